package fr.sisamu.portail.adapter.sms;

import fr.sisamu.portail.message.DeliveryReceipt;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/** Hears what a provider says later of the messages it took (SMPP 3.4, appendix B). Answers to them are not for us. */
record SmppReceipts(String gateway, Consumer<DeliveryReceipt> listener) implements MessageReceiverListener {

    private static final Logger LOG = System.getLogger(SmppReceipts.class.getName());

    private static final Set<DeliveryReceiptState> FINAL_FAILURES = Set.of(
            DeliveryReceiptState.UNDELIV,
            DeliveryReceiptState.EXPIRED,
            DeliveryReceiptState.DELETED,
            DeliveryReceiptState.REJECTD);

    @Override
    public void onAcceptDeliverSm(DeliverSm message) {
        if (!message.isSmscDeliveryReceipt()) {
            return;
        }
        try {
            org.jsmpp.bean.DeliveryReceipt receipt = message.getShortMessageAsDeliveryReceipt();
            DeliveryReceiptState state = receipt.getFinalStatus();
            boolean delivered = state == DeliveryReceiptState.DELIVRD;
            if (delivered || FINAL_FAILURES.contains(state)) {
                listener.accept(new DeliveryReceipt(
                        gateway, named(message).orElse(receipt.getId()), delivered, String.valueOf(state)));
            }
        } catch (InvalidDeliveryReceiptException e) {
            LOG.log(Level.WARNING, "the SMS gateway " + gateway + " sent a receipt that cannot be read", e);
        }
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
