package fr.sisamu.portail.message;

import java.util.List;

/** The SMS providers that the settings declare. */
public interface SmsGateways {

    /** In the order in which they are tried; empty if there is none. */
    List<MessageGateway> inOrder();
}
