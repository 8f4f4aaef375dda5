package fr.sisamu.portail.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;

/** The row that announces a stored list; its octets follow in pieces. */
@Entity
@Table(name = "revocation_list")
class StoredList {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revocation_list_seq")
    @SequenceGenerator(
            name = "revocation_list_seq",
            sequenceName = "revocation_list_seq",
            initialValue = 1,
            allocationSize = 1)
    private long id;

    private String authority;
    private boolean delta;

    @Column(name = "crl_number")
    private String number;

    @Column(name = "this_update")
    private Instant thisUpdate;

    @Column(name = "next_update")
    private Instant nextUpdate;

    private int entries;
    private int octets;
    private String source;

    @Column(name = "imported_at")
    private Instant importedAt;

    protected StoredList() {} // for JPA

    StoredList(SignedList list, int octets, String source, Instant importedAt) {
        this.authority = list.authority();
        this.delta = list.delta();
        this.number = list.number().toString();
        this.thisUpdate = list.thisUpdate();
        this.nextUpdate = list.nextUpdate();
        this.entries = list.entries();
        this.octets = octets;
        this.source = source;
        this.importedAt = importedAt;
    }

    long id() {
        return id;
    }

    String authority() {
        return authority;
    }

    boolean delta() {
        return delta;
    }

    BigInteger number() {
        return new BigInteger(number);
    }

    Instant thisUpdate() {
        return thisUpdate;
    }

    int octets() {
        return octets;
    }

    @Override
    public String toString() {
        return id + ", number " + number + " with " + entries + " entries until " + nextUpdate + ", from " + source
                + " at " + importedAt;
    }
}
