package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.PlacementRecords;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

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

    static Uni<Map<UUID, MatchRun>> runs(Mutiny.Session session, Collection<UUID> ids) {
        return session.createQuery("from MatchRunRow m where m.id in :ids", MatchRunRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(MatchRunRow::id, MatchRunRow::run)));
    }

    PlacementRecords.StoredRun stored() {
        return new PlacementRecords.StoredRun(run(), byHand);
    }

    MatchRun run() {
        return JsonColumn.read(content, MatchRun.class);
    }
}
