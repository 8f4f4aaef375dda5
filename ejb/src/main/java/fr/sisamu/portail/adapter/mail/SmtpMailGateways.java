package fr.sisamu.portail.adapter.mail;

import fr.sisamu.portail.message.MailGateways;
import fr.sisamu.portail.message.MessageGateway;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** The one relay of the server's configuration, if the settings want mail at all. */
@ApplicationScoped
public class SmtpMailGateways implements MailGateways {

    @Resource(lookup = "mail/portail")
    Session session;

    @Inject
    @ConfigProperties
    MailSettings settings;

    @Inject
    Clock clock;

    private List<MessageGateway> gateways;

    @PostConstruct
    void make() {
        gateways = settings.enabled ? List.of(new SmtpGateway(session, settings.from, clock)) : List.of();
    }

    @Override
    public List<MessageGateway> inOrder() {
        return gateways;
    }
}
