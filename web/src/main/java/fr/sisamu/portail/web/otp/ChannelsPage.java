package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.AwaitedCode;
import fr.sisamu.portail.otp.ChannelRefusal;
import fr.sisamu.portail.otp.ChannelService;
import fr.sisamu.portail.otp.CodeCheck;
import fr.sisamu.portail.otp.OtpChannel;
import fr.sisamu.portail.otp.TestRefusal;
import fr.sisamu.portail.session.FreshProof;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Behind {@code channels.xhtml}: « Modifier mes canaux OTP ». Which channel a form is about, it says itself. */
@Named
@RequestScoped
public class ChannelsPage {

    @Inject
    Typed typed;

    @Inject
    CurrentAgent agent;

    @Inject
    ChannelService channels;

    @Inject
    FreshProof proof;

    @Inject
    HttpServletRequest request;

    @Inject
    Redirect redirect;

    @Inject
    Language language;

    private Optional<KeptAddress> kept = Optional.empty();
    private String problem;
    private Instant again;
    private String done;
    private boolean confirmRemoval;
    private final Map<String, Optional<AwaitedCode>> tests = new HashMap<>();
    private List<OtpChannel> known;

    /** What was read before a deed may no longer be so. */
    private void forget() {
        known = null;
        tests.clear();
    }

    /** Runs before the page is rendered: what was typed before the proof is back in its field, once. */
    public void enter() {
        kept = KeptAddress.take(request, response());
    }

    /** « Tester ». */
    public void test() {
        forget();
        Optional<TestRefusal> refusal = channels.test(session(), kind(), typed.in("address"), language.getLocale());
        if (refusal.filter(refused -> refused.reason() == ChannelRefusal.PROOF_TOO_OLD)
                .isPresent()) {
            KeptAddress.keep(response(), kind(), typed.in("address"));
            askForProof();
            return;
        }
        problem = refusal.map(refused -> "channels.refused." + refused.reason()).orElse(null);
        again = refusal.flatMap(TestRefusal::again).orElse(null);
    }

    /** « Valider ». */
    public void confirm() {
        forget();
        CodeCheck check = channels.confirm(session(), kind(), typed.in("code"), language.getLocale());
        if (check == CodeCheck.PROOF_TOO_OLD) {
            askForProof();
        } else if (check == CodeCheck.RIGHT) {
            done = "channels.confirmed." + kind();
        } else {
            problem = "otp.refused." + check;
        }
    }

    /** « Annuler » a test. */
    public void giveUp() {
        forget();
        channels.giveUp(session(), kind());
    }

    /** « Retirer »: the last channel asks once more. */
    public void remove() {
        forget();
        boolean last = channels.of(session().account().id()).size() == 1;
        if (last && typed.in("sure").isEmpty()) {
            confirmRemoval = true;
            return;
        }
        if (channels.remove(session(), kind(), language.getLocale()).isPresent()) {
            askForProof();
        } else {
            done = "channels.removed";
        }
    }

    private void askForProof() {
        redirect.to(ProofIntent.to(ProofIntent.Page.CHANNELS).proofAddress());
    }

    /** Whether a change is taken at once; a courtesy, for the service asks itself. */
    public boolean isProven() {
        return proof.isThere(session());
    }

    /** The verified channel of this kind, or null. */
    public OtpChannel channel(String kind) {
        return channels().stream()
                .filter(channel -> channel.kind().name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    /** The test under way for this kind, or null. */
    public AwaitedCode underTest(String kind) {
        return tests.computeIfAbsent(kind, each -> channels.underTest(session(), ChannelKind.valueOf(each)))
                .orElse(null);
    }

    /** What was typed for this kind, if it was refused or waited for a proof. */
    public String address(String kind) {
        if (kept.filter(address -> address.kind().name().equals(kind)).isPresent()) {
            return kept.get().address();
        }
        return problem != null && kind.equals(typed.in("kind")) ? typed.in("address") : "";
    }

    /** Message key of what went wrong with this kind, or null. */
    public String problem(String kind) {
        return kind.equals(typed.in("kind")) ? problem : null;
    }

    /** From when on what went wrong is possible, or null. */
    public Instant getAgain() {
        return again;
    }

    /** Whether the page asks once more before it removes this one. */
    public boolean asksAgain(String kind) {
        return confirmRemoval && kind.equals(typed.in("kind"));
    }

    /** Message key of what was done, or null. */
    public String getDone() {
        return done;
    }

    private List<OtpChannel> channels() {
        if (known == null) {
            known = channels.of(session().account().id());
        }
        return known;
    }

    private ChannelKind kind() {
        return typed.in("kind").equals(ChannelKind.MAIL.name()) ? ChannelKind.MAIL : ChannelKind.SMS;
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    private WorkSession session() {
        return agent.requireSession();
    }
}
