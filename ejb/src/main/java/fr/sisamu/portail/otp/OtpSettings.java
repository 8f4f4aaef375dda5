package fr.sisamu.portail.otp;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.otp.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.otp")
@Dependent
public class OtpSettings {

    public Duration lifetime;

    public int tries;

    @ConfigProperty(name = "resend-after")
    public Duration resendAfter;

    @ConfigProperty(name = "sends-per-challenge")
    public int sendsPerChallenge;

    @ConfigProperty(name = "codes-per-day")
    public int codesPerDay;

    @ConfigProperty(name = "recoveries-per-day")
    public int recoveriesPerDay;

    @ConfigProperty(name = "tests-per-hour")
    public int testsPerHour;

    @ConfigProperty(name = "tests-per-day")
    public int testsPerDay;

    @ConfigProperty(name = "tests-per-unit")
    public int testsPerUnit;

    @ConfigProperty(name = "tests-in-all")
    public int testsInAll;

    @ConfigProperty(name = "recoveries-in-all")
    public int recoveriesInAll;

    public Duration undo;

    public Set<String> regions;

    @ConfigProperty(name = "card-first-functions")
    public Set<String> cardFirstFunctions;
}
