package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.postgres.bulk.BulkStatement;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.function.Function;

/**
 * Who wrote a row, for whom, in which role, and when.
 *
 * @param actor the person as the identity provider knows it
 */
@Embeddable
record WrittenBy(Instant at, String actor, String organisation, String role) {
    static WrittenBy of(Actor by, Instant at) {
        return new WrittenBy(at, by.subject(), by.organisation(), by.role());
    }

    /** @return the statement with these columns */
    static <R, S extends BulkStatement<R, S>> S columns(S statement, Function<R, WrittenBy> written) {
        return statement
                .instant("at", row -> written.apply(row).at())
                .text("actor", row -> written.apply(row).actor())
                .text("organisation", row -> written.apply(row).organisation())
                .text("role", row -> written.apply(row).role());
    }

    Actor by() {
        return new Actor(actor, organisation, role);
    }
}
