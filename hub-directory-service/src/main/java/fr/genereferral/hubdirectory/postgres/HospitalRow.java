package fr.genereferral.hubdirectory.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A site, for its name. */
@Entity
@Table(name = "hospital")
class HospitalRow {
    @Id
    @Column(name = "finess_et")
    private String finess;

    private String name;
    private String city;

    protected HospitalRow() {}

    String name() {
        return name;
    }

    String city() {
        return city;
    }
}
