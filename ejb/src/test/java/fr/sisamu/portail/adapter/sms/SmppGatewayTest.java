package fr.sisamu.portail.adapter.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.sisamu.portail.message.DeliveryReceipt;
import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.message.NotHandedOverException;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import fr.sisamu.portail.testdb.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider spoken to by SMPP, on good days and on bad ones. */
class SmppGatewayTest {

    private static final Letter LETTER =
            new Letter("+33612345678", "", "123456 est votre code (repère K)", Duration.ofMinutes(5));

    private final MovableClock clock = new MovableClock();
    private final BlockingQueue<DeliveryReceipt> receipts = new LinkedBlockingQueue<>();
    private SmppCentreStub centre;
    private SmppGateway gateway;

    @BeforeEach
    void start() throws IOException {
        centre = new SmppCentreStub();
        gateway = new SmppGateway(
                SmppAccount.of(KeysOf.map(Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.toString(centre.port()),
                        "tls", "false",
                        "system-id", "portail",
                        "password", "secret",
                        "sender", "SI-SAMU",
                        "timeout", "PT0.5S",
                        "enquire", "PT0.1S"))),
                clock,
                receipts::add);
    }

    @AfterEach
    void stop() {
        gateway.close();
        centre.close();
    }

    @Test
    void handsALetterOverInTheAlphabetOfTelephonesAndForItsLifeOnly() throws Exception {
        assertThat(gateway.hand(LETTER)).contains("id-1");
        SubmitSm taken = centre.taken().get(0);
        assertThat(taken.getDestAddress()).isEqualTo("33612345678");
        assertThat(taken.getSourceAddr()).isEqualTo("SI-SAMU");
        assertThat(taken.getValidityPeriod()).isEqualTo("000000000500000R");
        assertThat(new String(taken.getShortMessage(), StandardCharsets.ISO_8859_1))
                .startsWith("123456 est votre code");
        assertThat(taken.isSmscDelReceiptSuccessAndFailureRequested()).isTrue();
    }

    @Test
    void keepsItsSessionForTheNextLetter() throws Exception {
        gateway.hand(LETTER);
        gateway.hand(LETTER);
        assertThat(centre.binds()).isEqualTo(1);
    }

    @Test
    void bindsAgainAfterTheConnectionWasLost() throws Exception {
        gateway.hand(LETTER);
        centre.cut();
        awaitUnbound();
        assertThat(gateway.hand(LETTER)).contains("id-2");
        assertThat(centre.binds()).isEqualTo(2);
    }

    /** The library notices a lost connection on a thread of its own; a letter may still meet the dead session once. */
    private void awaitUnbound() throws InterruptedException {
        while (gateway.isBound()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void asksAnotherProviderMeanwhileWhenItIsThrottledAndGoesOnBeingBelievedIn() {
        centre.answer(SMPPConstant.STAT_ESME_RTHROTTLED);
        assertThat(refusal().fault()).isEqualTo(Fault.BUSY);
        assertThat(gateway.available()).isTrue();
        centre.answer(SMPPConstant.STAT_ESME_RMSGQFUL);
        assertThat(refusal().fault()).isEqualTo(Fault.BUSY);
        assertThat(centre.binds()).isEqualTo(1);
    }

    @Test
    void takesARefusedNumberForTheFaultOfTheNumber() {
        centre.answer(SMPPConstant.STAT_ESME_RINVDSTADR);
        assertThat(refusal().fault()).isEqualTo(Fault.ADDRESS);
        assertThat(gateway.available()).isTrue();
    }

    @Test
    void leavesACentreAloneThatIsOutOfOrderAndComesBack() throws Exception {
        centre.answer(SMPPConstant.STAT_ESME_RSYSERR);
        assertThat(refusal().fault()).isEqualTo(Fault.GATEWAY);
        assertThat(gateway.available()).isFalse();
        centre.answer(0);
        assertThat(refusal()).hasMessageContaining("a moment ago");
        clock.advance(Duration.ofSeconds(10));
        assertThat(gateway.hand(LETTER)).contains("id-1");
        assertThat(gateway.available()).isTrue();
    }

    @Test
    void waitsForASilentCentreNoLongerThanItsSetting() {
        centre.fallSilent();
        assertThat(refusal().fault()).isEqualTo(Fault.GATEWAY);
        assertThat(gateway.available()).isFalse();
    }

    @Test
    void tellsARefusedBindWithoutThePassword() {
        centre.refuseBinds(SMPPConstant.STAT_ESME_RINVPASWD);
        assertThat(refusal()).hasMessageNotContaining("secret").hasMessageNotContaining("336");
        assertThat(gateway.available()).isFalse();
    }

    @Test
    void hearsReceiptsAndIgnoresWhatIsNone() throws Exception {
        gateway.hand(LETTER);
        centre.deliver("n'importe quoi");
        centre.deliver(
                "id:id-1 sub:001 dlvrd:000 submit date:2601010000 done date:2601010000 stat:ENROUTE err:000 text:");
        centre.deliver(
                "id:id-1 sub:001 dlvrd:000 submit date:2601010000 done date:2601010000 stat:UNDELIV err:000 text:");
        assertThat(receipts.poll(10, TimeUnit.SECONDS))
                .isEqualTo(new DeliveryReceipt("test", "id-1", false, "UNDELIV"));
        assertThat(receipts).isEmpty();
    }

    @Test
    void hearsAReceiptInThePayloadAndOneWithoutADate() throws Exception {
        gateway.hand(LETTER);
        centre.deliverInPayload(
                "id:1A2B01 sub:001 dlvrd:000 submit date:2611301200 done date:2611301201 stat:UNDELIV err:001 text:");
        assertThat(receipts.poll(10, TimeUnit.SECONDS))
                .isEqualTo(new DeliveryReceipt("test", "1A2B01", false, "UNDELIV"));

        centre.deliver("id:1A2B01 sub:001 dlvrd:000 submit date:2611301200 done date: stat:UNDELIV err:001 text:");
        assertThat(receipts.poll(10, TimeUnit.SECONDS))
                .isEqualTo(new DeliveryReceipt("test", "1A2B01", false, "UNDELIV"));
    }

    private NotHandedOverException refusal() {
        return catchThrowableOfType(NotHandedOverException.class, () -> gateway.hand(LETTER));
    }
}
