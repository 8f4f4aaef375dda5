package fr.sisamu.portail.partners.sms;

import fr.sisamu.portail.partners.fault.FaultMode;
import fr.sisamu.portail.partners.outbox.Outbox;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/**
 * Takes submit_sm, keeps it in the outbox and sends the receipt that was asked for: UNDELIV for numbers that end in 000,
 * else DELIVRD. Whatever else SMPP knows is refused.
 */
final class SubmittedMessages implements ServerMessageReceiverListener {

    private static final Logger LOG = System.getLogger(SubmittedMessages.class.getName());
    private static final String NOBODY = "000";
    private static final long RECEIPT_MILLIS = 200;
    private static final long LATE_MILLIS = 5000;

    private final Outbox outbox;
    private final Supplier<FaultMode> mode;
    private final ScheduledExecutorService later;
    private final SmsText texts = new SmsText();
    private final AtomicLong ids = new AtomicLong();

    SubmittedMessages(Outbox outbox, Supplier<FaultMode> mode, ScheduledExecutorService later) {
        this.outbox = outbox;
        this.mode = mode;
        this.later = later;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession session) throws ProcessRequestException {
        behave();
        String to = "+" + message.getDestAddress();
        boolean header = (message.getEsmClass() & 0x40) != 0;
        texts.read(to, message.getShortMessage(), message.getDataCoding(), header)
                .ifPresent(text -> outbox.add("smpp", to, "", text));
        String id = "F" + ids.incrementAndGet();
        if (message.isSmscDelReceiptSuccessAndFailureRequested()) {
            promiseReceipt(message, session, id);
        }
        return new SubmitSmResult(id(id), null);
    }

    /** A centre out of order; nobody sleeps, and a stop ends the wait. */
    private void behave() throws ProcessRequestException {
        FaultMode now = mode.get();
        if (now == FaultMode.FAIL || now == FaultMode.GARBAGE) {
            throw new ProcessRequestException("out of order", SMPPConstant.STAT_ESME_RSYSERR);
        }
        if (now == FaultMode.BUSY) {
            throw new ProcessRequestException("too fast", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        if (now == FaultMode.SLOW || now == FaultMode.HANG) {
            try {
                new CountDownLatch(1).await(now == FaultMode.SLOW ? 3 : 60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProcessRequestException("stopped", SMPPConstant.STAT_ESME_RSYSERR, e);
            }
        }
    }

    private static MessageId id(String value) throws ProcessRequestException {
        try {
            return new MessageId(value);
        } catch (PDUStringException e) {
            throw new ProcessRequestException("no id", SMPPConstant.STAT_ESME_RSYSERR, e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void promiseReceipt(SubmitSm message, SMPPServerSession session, String id) {
        try {
            later.schedule(
                    () -> sendReceipt(message, session, id),
                    mode.get() == FaultMode.STALE ? LATE_MILLIS : RECEIPT_MILLIS,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "no receipt any more", stopping);
        }
    }

    private static void sendReceipt(SubmitSm message, SMPPServerSession session, String id) {
        boolean arrives = !message.getDestAddress().endsWith(NOBODY);
        String text = "id:" + id + " sub:001 dlvrd:" + (arrives ? "001" : "000")
                + " submit date:2601010000 done date:2601010000 stat:" + (arrives ? "DELIVRD" : "UNDELIV")
                + " err:000 text:";
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    message.getDestAddress(),
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    message.getSourceAddr(),
                    new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new GeneralDataCoding(),
                    text.getBytes(StandardCharsets.US_ASCII));
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException e) {
            LOG.log(Level.DEBUG, "a receipt did not arrive", e);
        }
    }

    private static ProcessRequestException notHere() {
        return new ProcessRequestException("not here", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession session)
            throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession session) throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession session) throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession session)
            throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession session)
            throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession session)
            throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session session) throws ProcessRequestException {
        throw notHere();
    }
}
