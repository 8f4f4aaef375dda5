package fr.sisamu.portail.emergency;

import fr.sisamu.portail.otp.ChannelRefusal;

/**
 * An entry of {@code portail.emergency.alert} that can be no address. It is named by its place, for a log shows no number.
 *
 * @param position from 1 on, entries that are empty not counted
 */
public record AlertFault(int position, ChannelRefusal reason) {

    @Override
    public String toString() {
        return "entry " + position + ": " + reason;
    }
}
