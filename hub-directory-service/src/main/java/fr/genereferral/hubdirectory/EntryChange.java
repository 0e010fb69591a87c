package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;

/**
 * One change of an entry of the directory, for its history.
 *
 * @param event what is said to the others: which hub, which version, since when it is true
 * @param fields what has changed, from and to
 * @param hand who says it, and since when it is known
 */
public record EntryChange(HubChanged event, List<FieldChange> fields, Hand hand) {

    /** Who changes something, and when. */
    @Embeddable
    public record Hand(
            @Column(name = "recorded_by") String by,
            @Column(name = "recorded_at") Instant at) {}
}
