package fr.sisamu.portail.message;

/**
 * What a provider says later of a letter it took; fired as a CDI event by its adapter.
 *
 * @param gateway the provider's name
 * @param reference what {@link MessageGateway#hand} returned
 * @param delivered whether it reached the person; false: it never will
 * @param detail the provider's word for it, for instance {@code UNDELIV}
 */
public record DeliveryReceipt(String gateway, String reference, boolean delivered, String detail) {}
