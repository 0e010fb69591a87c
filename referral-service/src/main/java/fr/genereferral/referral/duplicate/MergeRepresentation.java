package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Merge;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which of two referrals lives on in the other, and how far that has come.
 *
 * @param state STOPPING while a hub is being asked for the one that ends; DONE; UNDONE
 */
@Schema(name = "Merge")
record MergeRepresentation(UUID survivor, UUID superseded, Merge.Stage state, String reason, Instant decidedAt) {
    static MergeRepresentation of(Merge merge) {
        return new MergeRepresentation(merge.survivor(), merge.superseded(), merge.state(), merge.reason(), merge.at());
    }
}
