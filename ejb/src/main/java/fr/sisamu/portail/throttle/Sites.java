package fr.sisamu.portail.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** The declared networks, in CIDR form (RFC 4632 §3.1): behind one address of theirs sits a whole call centre. */
final class Sites {

    private static final class Network {

        private final byte[] address;
        private final int bits;

        Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((address[i / 8] & mask) != (other[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> networks;

    /** @throws IllegalArgumentException if a network is malformed; it is named */
    Sites(String declared) {
        networks = Arrays.stream(declared.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Sites::network)
                .toList();
    }

    boolean contain(String address) {
        byte[] octets = octets(address);
        return networks.stream().anyMatch(network -> network.contains(octets));
    }

    private static Network network(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("portail.throttle.sites: not a network: " + text);
        }
        byte[] address = octets(parts[0]);
        int bits = Integer.parseInt(parts[1]);
        if (bits > address.length * 8) {
            throw new IllegalArgumentException("portail.throttle.sites: too many bits: " + text);
        }
        return new Network(address, bits);
    }

    /** Literals alone, so that no name is ever looked up. */
    private static byte[] octets(String address) {
        if (!address.matches("[0-9.]{7,15}|[0-9A-Fa-f:.%a-z]*:[0-9A-Fa-f:.%a-z0-9]*")) {
            throw new IllegalArgumentException("not an IP address: " + address);
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + address, e);
        }
    }
}
