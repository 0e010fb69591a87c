package fr.genereferral.hubdirectory.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A département, for its name. */
@Entity
@Table(name = "departement")
class DepartementRow {
    @Id
    private String code;

    private String name;

    protected DepartementRow() {}

    String name() {
        return name;
    }
}
