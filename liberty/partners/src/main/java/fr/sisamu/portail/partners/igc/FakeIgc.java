package fr.sisamu.portail.partners.igc;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The whole of the fake IGC-Santé: its authorities, and the cards of {@link CardCatalogue}. */
public final class FakeIgc {

    private static final Duration SINCE = Duration.ofDays(-2000);
    private static final Duration UNTIL = Duration.ofDays(4000);

    private final CertificateMaker maker;
    private final Map<String, Authority> authorities = new LinkedHashMap<>();
    private final Map<String, Card> cards;
    private final AtomicLong cardNumber = new AtomicLong(9_000_000_000L);

    private FakeIgc(Clock clock) {
        maker = new CertificateMaker(clock.instant());
        for (String level : List.of("FORT", "STANDARD", "ELEMENTAIRE")) {
            root("ACR-" + level.substring(0, 2), "RACINE IGC-SANTE " + level);
        }
        // The file names of the real authorities: FO, ST, EL; PP for persons, ORG for organisations.
        intermediate("ACI-FO-PP", "ACR-FO", "IGC-SANTE FORT PERSONNES");
        intermediate("ACI-ST-PP", "ACR-ST", "IGC-SANTE STANDARD PERSONNES");
        intermediate("ACI-EL-PP", "ACR-EL", "IGC-SANTE ELEMENTAIRE PERSONNES");
        intermediate("ACI-EL-ORG", "ACR-EL", "IGC-SANTE ELEMENTAIRE ORGANISATIONS");
        // A rogue: the good ones' names, other keys.
        root("FAUX-ACR-FO", "RACINE IGC-SANTE FORT");
        intermediate("FAUX-ACI-FO-PP", "FAUX-ACR-FO", "IGC-SANTE FORT PERSONNES");
        cards = CardCatalogue.specs().parallelStream()
                .map(this::issue)
                .collect(Collectors.toMap(Card::name, card -> card, (one, other) -> one, LinkedHashMap::new));
    }

    /** Makes everything anew, in memory; a few seconds, for every pair has its own RSA key. */
    public static FakeIgc create(Clock clock) {
        return new FakeIgc(clock);
    }

    public Authority authority(String name) {
        Authority authority = authorities.get(name);
        if (authority == null) {
            throw new IllegalArgumentException("no authority " + name);
        }
        return authority;
    }

    public Collection<Authority> authorities() {
        return authorities.values();
    }

    /** The three authorities that issue cards to persons: the anchors of a well configured portal. */
    public List<X509Certificate> personnesAuthorities() {
        return List.of("ACI-FO-PP", "ACI-ST-PP", "ACI-EL-PP").stream()
                .map(this::authority)
                .map(Authority::certificate)
                .toList();
    }

    /** Everything of the published chain file: the anchors of a hurried deployer. The rogue is not in it. */
    public List<X509Certificate> wholeChain() {
        return authorities.values().stream()
                .filter(authority -> !authority.name().startsWith("FAUX"))
                .map(Authority::certificate)
                .toList();
    }

    public Card card(String name) {
        Card card = cards.get(name);
        if (card == null) {
            throw new IllegalArgumentException("no card " + name);
        }
        return card;
    }

    public Collection<Card> cards() {
        return cards.values();
    }

    /** Issues one more card. */
    public Card issue(CardSpec spec) {
        KeyPair keys = Keys.rsa();
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
        spec.subject().write(subject);
        X500Name name = subject.build();
        String tokenId = "8025000001/" + cardNumber.incrementAndGet();
        CardExtensionsWriter extensions = new CardExtensionsWriter(spec, name, tokenId);
        X509Certificate certificate = spec.authority().equals(CardCatalogue.SELF)
                ? maker.selfSigned(name, keys, spec.from(), spec.until(), extensions::addTo)
                : maker.sign(name, keys, authority(spec.authority()), spec.from(), spec.until(), extensions::addTo);
        return new Card(spec.name(), certificate, keys.getPrivate());
    }

    private void root(String name, String commonName) {
        KeyPair keys = Keys.rsa();
        X500Name subject = authorityName(commonName);
        X509Certificate certificate = maker.selfSigned(subject, keys, SINCE, UNTIL, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
        authorities.put(name, new Authority(name, certificate, keys.getPrivate()));
    }

    private void intermediate(String name, String root, String commonName) {
        KeyPair keys = Keys.rsa();
        X509Certificate certificate =
                maker.sign(authorityName(commonName), keys, authority(root), SINCE, UNTIL, builder -> {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                    builder.addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                });
        authorities.put(name, new Authority(name, certificate, keys.getPrivate()));
    }

    private static X500Name authorityName(String what) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, "FACTICE-SANTE")
                .addRDN(BCStyle.OU, "0002 000000000")
                .addRDN(BCStyle.OU, "IGC-SANTE FACTICE")
                .addRDN(BCStyle.CN, "FACTICE AC " + what)
                .build();
    }
}
