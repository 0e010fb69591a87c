package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementEvent;
import fr.genereferral.hubdirectory.PlacementEvent.OfferExpired;
import fr.genereferral.hubdirectory.PlacementEvent.OfferMade;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what has become of many silent hubs and who is asked instead, with a statement a table, whatever their number. */
final class ExpiryRows {
    private static final String PLACEMENTS = """
            update placement p set state = n.state, version = n.version
            from json_populate_recordset(cast(null as placement), cast(cast(:rows as text) as json)) n
            where p.referral_id = n.referral_id
            """;
    private static final String EXPIRED = """
            update offer o set state = n.state, ended_at = n.ended_at, version = n.version
            from json_populate_recordset(cast(null as offer), cast(cast(:rows as text) as json)) n
            where o.id = n.id
            """;

    private final List<Map<String, Object>> placements = new ArrayList<>();
    private final List<Map<String, Object>> expired = new ArrayList<>();
    private final List<Offer> made = new ArrayList<>();
    private final List<PlacementEvent> events = new ArrayList<>();

    /** What it notes says what has changed; nothing when it was answered meanwhile. */
    void add(Placement placement) {
        var noted = placement.takeEvents();
        if (noted.isEmpty()) {
            return;
        }
        events.addAll(noted);
        placements.add(row(placement));
        for (var event : noted) {
            if (event instanceof OfferExpired silent) {
                expired.add(ended(placement.offer(silent.offerId())));
            } else if (event instanceof OfferMade next) {
                made.add(placement.offer(next.offerId()));
            }
        }
    }

    List<PlacementEvent> events() {
        return events;
    }

    int placements() {
        return placements.size();
    }

    Uni<Void> write(Mutiny.Session session) {
        return BulkRows.write(session, PLACEMENTS, placements)
                .chain(() -> BulkRows.write(session, EXPIRED, expired))
                .chain(() -> OfferRows.write(session, made));
    }

    private static Map<String, Object> row(Placement placement) {
        var row = new LinkedHashMap<String, Object>();
        row.put("referral_id", placement.referralId());
        row.put("state", placement.state());
        row.put("version", placement.version());
        return row;
    }

    private static Map<String, Object> ended(Offer offer) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", offer.id());
        row.put("state", offer.state());
        row.put("ended_at", offer.endedAt());
        row.put("version", offer.version());
        return row;
    }
}
