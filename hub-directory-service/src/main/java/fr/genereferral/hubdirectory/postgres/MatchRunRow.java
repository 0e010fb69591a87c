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

    /** Somebody has named a hub by it: no search has begun with it. */
    @Column(name = "by_hand")
    private boolean byHand;

    protected MatchRunRow() {}

    MatchRunRow(MatchRun run, boolean byHand) {
        id = run.id();
        referralId = run.referralId();
        routing = run.routing();
        day = run.day();
        content = JsonColumn.write(run);
        this.byHand = byHand;
    }

    UUID id() {
        return id;
    }

    MatchRun run() {
        return JsonColumn.read(content, MatchRun.class);
    }
}
