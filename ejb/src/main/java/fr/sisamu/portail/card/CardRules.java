package fr.sisamu.portail.card;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** The rules R1 to R7 in their order: the first objection wins. */
@ApplicationScoped
public class CardRules {

    @Inject
    @ConfigProperties
    CardSettings settings;

    private List<CardRule> inOrder;

    @PostConstruct
    void arrange() {
        inOrder = List.of(
                CertificateRules::authority,
                CertificateRules::dates,
                CertificateRules::path,
                CertificateRules::usages,
                CertificateRules.personsAuthority(settings.authorityNames),
                HolderRules.environment(settings.environment),
                HolderRules.type(settings.types),
                HolderRules::identifier,
                HolderRules::nominative);
    }

    Optional<Objection> firstObjection(Examination card) {
        return inOrder.stream()
                .map(rule -> rule.objection(card))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
