package fr.sisamu.portail.credential;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** Warms the hash at start, beside everything else that starts; readiness waits for it. */
@Singleton
@Startup
public class PasswordWarmUp {

    @Inject
    PasswordHasher hasher;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @PostConstruct
    void begin() {
        executor.execute(hasher::warmUp);
    }
}
