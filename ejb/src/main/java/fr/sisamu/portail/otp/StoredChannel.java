package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.ChannelKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of a verified channel; removing it deletes it, for it is personal data. */
@Entity(name = "OtpChannel")
@Table(name = "otp_channel")
@NamedQuery(
        name = StoredChannel.OF,
        query = "select c from OtpChannel c where c.account = :account order by c.kind desc")
@NamedQuery(
        name = StoredChannel.OF_KIND,
        query = "select c from OtpChannel c where c.account = :account and c.kind = :kind")
@NamedQuery(
        name = StoredChannel.REMOVE,
        query = "delete from OtpChannel c where c.account = :account and c.kind = :kind")
@NamedQuery(
        name = StoredChannel.DOUBT,
        query = "update OtpChannel c set c.doubtedAt = :now"
                + " where c.account = :account and c.kind = :kind and c.address = :address and c.doubtedAt is null")
class StoredChannel {

    static final String OF = "OtpChannel.of";
    static final String OF_KIND = "OtpChannel.ofKind";
    static final String REMOVE = "OtpChannel.remove";
    static final String DOUBT = "OtpChannel.doubt";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "otp_channel_seq")
    @SequenceGenerator(name = "otp_channel_seq", sequenceName = "otp_channel_seq", allocationSize = 1)
    private Long id;

    @Column(name = "account_id")
    private AccountId account;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ChannelKind kind;

    @Column(nullable = false)
    private String address;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "doubted_at")
    private Instant doubtedAt;

    protected StoredChannel() {} // for JPA

    StoredChannel(AccountId account, ChannelKind kind, String address, Instant verifiedAt) {
        this.account = account;
        this.kind = kind;
        this.address = address;
        this.verifiedAt = verifiedAt;
    }

    OtpChannel view() {
        return new OtpChannel(kind, address, verifiedAt, doubtedAt != null);
    }
}
