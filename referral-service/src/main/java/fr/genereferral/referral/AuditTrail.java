package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port to what the audit keeps of one referral: for its own hospital, and for who watches over the whole country. */
public interface AuditTrail {

    /**
     * A page, newest first. That it was read is kept too, after it: who reads again finds it.
     *
     * @throws Refused NOT_FOUND for who may not see the referral; FORBIDDEN for who sees it and has not sent it
     */
    Uni<Page> read(UUID id, Query query, Access access);

    /** As {@link #read}, for the rest of what is already kept as read. */
    Uni<Page> goOn(UUID id, Query query, Access access);

    /**
     * @param actions those whose rows are shown; empty for all
     * @param after where the page before has ended; null for the first
     */
    record Query(Optional<Set<String>> actions, Place after, int limit) {

        public Query from(Place place) {
            return new Query(actions, place, limit);
        }
    }

    /** A place among the rows of a referral. */
    record Place(Instant at, UUID id) {}

    /**
     * @param reference of the referral, as it is said on the telephone
     * @param next where the page has ended; null on the last one
     */
    record Page(String reference, List<Line> lines, Place next) {}

    /**
     * One row.
     *
     * @param action what was done, for example READ_DOSSIER
     * @param document which one; null where it was none, and where nobody has kept it
     * @param dossierVersion the one that was shown; null where none was
     */
    record Line(UUID id, Instant at, Actor by, String action, UUID document, Integer dossierVersion) {
        public Place place() {
            return new Place(at, id);
        }
    }
}
