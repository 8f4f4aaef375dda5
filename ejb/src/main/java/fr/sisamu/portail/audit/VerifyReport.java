package fr.sisamu.portail.audit;

import java.util.List;
import java.util.Optional;

/** What the verification of the whole trace came to, chain by chain; that of the rows before the chain comes first. */
public record VerifyReport(List<ChainReport> chains) {

    /** Whether nobody has touched the trace. */
    public boolean sound() {
        return firstFault().isEmpty();
    }

    public Optional<ChainFault> firstFault() {
        return chains.stream().flatMap(chain -> chain.fault().stream()).findFirst();
    }

    public Optional<ChainReport> of(String node) {
        return chains.stream().filter(chain -> chain.node().equals(node)).findFirst();
    }

    public long rows() {
        return chains.stream().mapToLong(ChainReport::rows).sum();
    }
}
