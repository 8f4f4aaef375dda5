package fr.sisamu.portail.adapter.sms;

import fr.sisamu.portail.adapter.Breaker;
import fr.sisamu.portail.message.DeliveryReceipt;
import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.message.MessageGateway;
import fr.sisamu.portail.message.NotHandedOverException;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/** A provider spoken to by SMPP 3.4: one session that sends and receives, kept open and bound again when it is lost. */
final class SmppGateway implements MessageGateway {

    private static final Logger LOG = System.getLogger(SmppGateway.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** What a provider answers when no provider could deliver (SMPP 3.4 §5.1.3). */
    private static final Set<Integer> ADDRESS = Set.of(
            SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVDSTTON, SMPPConstant.STAT_ESME_RINVDSTNPI);

    /** What a provider answers that takes no more for the moment. */
    private static final Set<Integer> BUSY = Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);

    private final SmppAccount account;
    private final Clock clock;
    private final SmppReceipts receipts;
    private final Breaker breaker = new Breaker(PAUSE);
    private final AtomicInteger joint = new AtomicInteger();
    private SMPPSession session;

    SmppGateway(SmppAccount account, Clock clock, Consumer<DeliveryReceipt> receipts) {
        this.account = account;
        this.clock = clock;
        this.receipts = new SmppReceipts(account.name(), receipts);
    }

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public boolean available() {
        return !breaker.isOpen(clock.instant());
    }

    @Override
    public Optional<String> hand(Letter letter) throws NotHandedOverException {
        if (!breaker.letsThrough(clock.instant())) {
            throw new NotHandedOverException(Fault.GATEWAY, "failed a moment ago", null);
        }
        try {
            Optional<String> reference = submit(bound(), letter);
            breaker.answered();
            return reference;
        } catch (NegativeResponseException e) {
            if (e.getCommandStatus() == SMPPConstant.STAT_ESME_RSYSERR) {
                breaker.failed(clock.instant());
            } else {
                breaker.answered(); // it is alive, and says no
            }
            throw new NotHandedOverException(
                    fault(e.getCommandStatus()), "SMPP status 0x" + Integer.toHexString(e.getCommandStatus()), e);
        } catch (IOException | PDUException | ResponseTimeoutException | InvalidResponseException e) {
            breaker.failed(clock.instant());
            close();
            throw new NotHandedOverException(
                    Fault.GATEWAY, "SMPP: " + e.getClass().getSimpleName(), e);
        }
    }

    private static Fault fault(int status) {
        if (ADDRESS.contains(status)) {
            return Fault.ADDRESS;
        }
        return BUSY.contains(status) ? Fault.BUSY : Fault.GATEWAY;
    }

    private Optional<String> submit(SMPPSession open, Letter letter)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        ShortText text = ShortText.of(letter.text(), joint.incrementAndGet() & 0xff);
        boolean joined = text.parts().size() > 1;
        ESMClass kind = new ESMClass(
                MessageMode.DEFAULT,
                MessageType.DEFAULT,
                joined ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT);
        Optional<String> reference = Optional.empty();
        for (byte[] part : text.parts()) {
            reference = Optional.of(open.submitShortMessage(
                            "",
                            TypeOfNumber.ALPHANUMERIC,
                            NumberingPlanIndicator.UNKNOWN,
                            account.sender(),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            letter.address().substring(1),
                            kind,
                            (byte) 0,
                            (byte) 1,
                            null,
                            validity(letter.validity()),
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new GeneralDataCoding(text.alphabet()),
                            (byte) 0,
                            part)
                    .getMessageId());
        }
        return reference;
    }

    /** A relative time (SMPP 3.4 §7.1.1.2): a code that comes too late is worth nothing. */
    private static String validity(Duration life) {
        return String.format(
                Locale.ROOT,
                "0000%02d%02d%02d%02d000R",
                Math.min(28, life.toDays()),
                life.toHoursPart(),
                life.toMinutesPart(),
                life.toSecondsPart());
    }

    synchronized boolean isBound() {
        return session != null && session.getSessionState().isBound();
    }

    /** The session, bound anew if it was lost. One caller binds; the others wait for it as long as it may take. */
    private synchronized SMPPSession bound() throws IOException {
        if (!isBound()) {
            close();
            SMPPSession fresh = new SMPPSession(new SmppConnections(account.tls(), account.timeout()));
            fresh.setTransactionTimer(account.timeout().toMillis());
            fresh.setEnquireLinkTimer((int) account.enquire().toMillis());
            fresh.setMessageReceiverListener(receipts);
            fresh.connectAndBind(
                    account.host(),
                    account.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            account.systemId(),
                            account.password(),
                            account.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    account.timeout().toMillis());
            session = fresh;
            LOG.log(Level.INFO, "the SMS gateway {0} is bound", account.name());
        }
        return session;
    }

    synchronized void close() {
        if (session != null) {
            session.unbindAndClose();
            session = null;
        }
    }
}
