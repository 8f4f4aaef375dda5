package fr.sisamu.portail.message;

import java.util.List;

/** The mail relays that the settings declare. */
public interface MailGateways {

    /** In the order in which they are tried; empty if there is none. */
    List<MessageGateway> inOrder();
}
