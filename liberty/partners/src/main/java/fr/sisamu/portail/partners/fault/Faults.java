package fr.sisamu.portail.partners.fault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The mode of each partner. */
@ApplicationScoped
public class Faults {

    /** The partners that listen, by the name in their address. */
    public static final List<String> PARTNERS = List.of("crl", "cti", "psc", "smpp", "sms", "smtp");

    private final Map<String, FaultMode> modes = new ConcurrentHashMap<>();

    public FaultMode of(String partner) {
        return modes.getOrDefault(partner, FaultMode.NORMAL);
    }

    void set(String partner, FaultMode mode) {
        modes.put(partner, mode);
    }
}
