package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.ImportFault;
import fr.genereferral.hubdirectory.ImportState;
import fr.genereferral.hubdirectory.Imports;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How an import has ended: said once, by the import itself or by whoever finds it dead. */
@Entity
@Table(name = "directory_import_end")
class ImportEndRow {
    @Id
    @Column(name = "import_id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private String code;
    private int changes;
    private String faults;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected ImportEndRow() {}

    Imports.End end() {
        return new Imports.End(state, code, changes, List.of(JsonColumn.read(faults, ImportFault[].class)), endedAt);
    }
}
