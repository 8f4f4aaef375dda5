package fr.sisamu.portail.adapter.sms;

import fr.sisamu.portail.message.DeliveryReceipt;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** Hears what a provider says later of the messages it took (SMPP 3.4, appendix B). Answers to them are not for us. */
record SmppReceipts(String gateway, Consumer<DeliveryReceipt> listener) implements MessageReceiverListener {

    private static final Logger LOG = System.getLogger(SmppReceipts.class.getName());

    /** What is needed of a text that is « typical » (appendix B) and that centres write each in their way. */
    private static final Pattern ID = Pattern.compile("(?i)\\bid:(\\S+)");

    private static final Pattern STATE = Pattern.compile("\\bstat:([A-Z]+)");

    private static final String DELIVERED = "DELIVRD";
    private static final Set<String> FINAL_FAILURES = Set.of("UNDELIV", "EXPIRED", "DELETED", "REJECTD");

    @Override
    public void onAcceptDeliverSm(DeliverSm message) {
        if (!message.isSmscDeliveryReceipt()) {
            return;
        }
        String text = text(message);
        Optional<String> reference = named(message).or(() -> field(ID, text));
        Optional<String> state = field(STATE, text);
        if (reference.isEmpty() || state.isEmpty()) {
            LOG.log(Level.WARNING, "the SMS gateway {0} sent a receipt that cannot be read", gateway);
            return;
        }
        boolean delivered = state.get().equals(DELIVERED);
        if (delivered || FINAL_FAILURES.contains(state.get())) {
            listener.accept(new DeliveryReceipt(gateway, reference.get(), delivered, state.get()));
        }
    }

    /** §4.6.1: where the field of a short message is empty the text may stand in message_payload. */
    private static String text(DeliverSm message) {
        byte[] octets = message.getShortMessage();
        if (octets == null || octets.length == 0) {
            OptionalParameter.Message_payload payload =
                    message.getOptionalParameter(OptionalParameter.Message_payload.class);
            octets = payload == null ? new byte[0] : payload.getValue();
        }
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> field(Pattern form, String text) {
        return Optional.of(form.matcher(text)).filter(Matcher::find).map(found -> found.group(1));
    }

    /** The reference as the provider gave it, which the text of a receipt may write otherwise. */
    private static Optional<String> named(DeliverSm message) {
        return Optional.ofNullable(message.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.COctetString::getValueAsString);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        LOG.log(Level.DEBUG, "the SMS gateway {0} says that a number is back", gateway);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session session) throws ProcessRequestException {
        throw new ProcessRequestException("no data_sm is taken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
