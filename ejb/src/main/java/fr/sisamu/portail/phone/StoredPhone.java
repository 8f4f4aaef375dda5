package fr.sisamu.portail.phone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** The row of a desk phone in the directory of its unit. */
@Entity(name = "Phone")
@Table(name = "phone")
@NamedQuery(name = StoredPhone.BY_NUMBER, query = PhoneRow.SELECT)
@NamedQuery(name = StoredPhone.OF_UNIT, query = "select p from Phone p where p.unitId = :unit order by p.number")
@NamedQuery(
        name = StoredPhone.CHANGE,
        query = "update Phone p set p.label = :label, p.active = :active where p.id = :id and p.unitId = :unit"
                + " and p.label = :seenLabel and p.active = :seenActive")
class StoredPhone {

    static final String OF_UNIT = "Phone.ofUnit";
    static final String CHANGE = "Phone.change";

    static final String BY_NUMBER = "Phone.byNumber";

    @Id
    private Long id;

    @Column(name = "unit_id")
    private long unitId;

    @Column(nullable = false)
    private String number;

    @Column(nullable = false)
    private String label;

    @Column(nullable = false)
    private boolean active;

    protected StoredPhone() {} // for JPA

    DirectoryPhone view() {
        return new DirectoryPhone(id, number, label, active);
    }
}
