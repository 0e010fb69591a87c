package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.DirectoryAnomaly;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An import that has begun. */
@Entity
@Table(name = "directory_import")
class ImportRow {
    @Id
    private UUID id;

    private int rows;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_for")
    private String startedFor;

    protected ImportRow() {}

    ImportRow(UUID id, int rows, DirectoryAnomaly.Reporter by, Instant startedAt) {
        this.id = id;
        this.rows = rows;
        this.startedAt = startedAt;
        this.startedBy = by.person();
        this.startedFor = by.organisation();
    }

    UUID id() {
        return id;
    }

    int rows() {
        return rows;
    }

    Instant startedAt() {
        return startedAt;
    }
}
