package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.NationalIdentifier;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A provider that says what a test makes it say. */
final class ProviderStub implements IdentityProvider {

    static final String ID_TOKEN = "an.id.token";

    final AtomicInteger judged = new AtomicInteger();
    final List<AttemptSecrets> begun = new ArrayList<>();
    final List<String> askedOnPhone = new ArrayList<>();
    Proof proof = new Proof.Nothing(PscRefusal.UNTRUSTED_ANSWER, "nothing set");
    LogoutNotice notice = new LogoutNotice.Invalid("nothing set");
    CibaAnswer ciba = new CibaAnswer.Pending(false);
    boolean down;
    AttemptSecrets judgedWith;
    Demand demanded;
    Demand judgedFor;
    int polls;

    /** The first identifier is SubjectNameID. */
    void holder(String... identifiers) {
        proof = holderOf(identifiers);
    }

    /** The same, who authenticated there at this instant. */
    void holderSince(Instant authenticated, String... identifiers) {
        proof = holderOf(Optional.of(authenticated), identifiers);
    }

    static Proof.Holder holderOf(String... identifiers) {
        return holderOf(Optional.empty(), identifiers);
    }

    private static Proof.Holder holderOf(Optional<Instant> authenticated, String... identifiers) {
        Set<NationalIdentifier> all =
                Arrays.stream(identifiers).map(NationalIdentifier::new).collect(Collectors.toSet());
        return new Proof.Holder(
                new NationalIdentifier(identifiers[0]),
                all,
                "Camille",
                "FACTICE",
                Acr.EIDAS1,
                authenticated,
                new ProviderSession(ID_TOKEN, "sub-" + identifiers[0], Optional.of("sid-" + identifiers[0])));
    }

    private void reach() throws ProviderUnavailableException {
        if (down) {
            throw new ProviderUnavailableException("the provider is down", null);
        }
    }

    @Override
    public void check() {}

    @Override
    public void refresh() throws ProviderUnavailableException {
        reach();
    }

    @Override
    public URI authorizationAddress(AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException {
        reach();
        begun.add(secrets);
        demanded = demand;
        return URI.create("https://psc.example/auth?state=" + secrets.state());
    }

    @Override
    public Proof judge(Callback callback, AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException {
        judged.incrementAndGet();
        judgedWith = secrets;
        judgedFor = demand;
        reach();
        return proof;
    }

    @Override
    public Optional<URI> logoutAddress(String idToken, String state) throws ProviderUnavailableException {
        reach();
        return Optional.of(URI.create("https://psc.example/logout?id_token_hint=" + idToken + "&state=" + state));
    }

    @Override
    public LogoutNotice judgeLogout(String logoutToken) throws ProviderUnavailableException {
        reach();
        return notice;
    }

    @Override
    public CibaAnswer ask(String identifier, String digits, Acr level) throws ProviderUnavailableException {
        reach();
        askedOnPhone.add(identifier + " " + digits);
        return ciba;
    }

    @Override
    public CibaAnswer poll(String requestId, Acr level) throws ProviderUnavailableException {
        polls++;
        reach();
        return ciba;
    }
}
