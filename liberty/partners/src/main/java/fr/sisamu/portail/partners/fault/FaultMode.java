package fr.sisamu.portail.partners.fault;

/** How a partner behaves. */
public enum FaultMode {
    NORMAL("répond normalement"),
    SLOW("répond après trois secondes"),
    HANG("ne répond pas avant une minute"),
    FAIL("répond une erreur 503"),
    BUSY("demande de patienter"),
    GARBAGE("répond n’importe quoi"),
    STALE("donne une réponse périmée"),
    FORGED("donne une réponse signée par une autre autorité");

    private final String words;

    FaultMode(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
