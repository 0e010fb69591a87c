package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.MatchRun;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A match run as it was made, to the byte. */
@Entity
@Table(name = "match_run")
class MatchRunRow {
    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    private int routing;
    private LocalDate day;
    private String content;

    protected MatchRunRow() {}

    MatchRunRow(MatchRun run) {
        id = run.id();
        referralId = run.referralId();
        routing = run.routing();
        day = run.day();
        content = JsonColumn.write(run);
    }

    UUID id() {
        return id;
    }

    MatchRun run() {
        return JsonColumn.read(content, MatchRun.class);
    }
}
