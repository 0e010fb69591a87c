package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.duplicate.PairActions.Action;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Two referrals that may be of one child, by what that was found, and no value of either.
 *
 * @param since when it was found
 * @param byNumber whether both have the same national number: of one disease, or with another sex or day of birth
 * @param likeness PROBABLE or POSSIBLE_TWINS; absent where the number alone tells
 * @param traits trait by trait: SAME, NEAR, PARTLY, DIFFERENT or UNKNOWN; absent with the likeness
 * @param decision the last one; absent while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DuplicatePair")
record PairRepresentation(
        List<Side> referrals,
        Instant since,
        boolean byNumber,
        String likeness,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String traits,
        boolean waits,
        Said decision,
        List<Action> actions) {

    /**
     * One of the two.
     *
     * @param stopping whether its search for a hub is being ended
     * @param supersededBy in which it lives on; absent where it lives for itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DuplicateSide")
    record Side(
            UUID id,
            String reference,
            String organisation,
            ReferralStatus state,
            Instant clockStartedAt,
            boolean stopping,
            UUID supersededBy) {
        private static Side of(Pair.Side side) {
            return new Side(
                    side.id(),
                    side.reference(),
                    side.organisation(),
                    side.state(),
                    side.clockStartedAt(),
                    side.busy(),
                    side.supersededBy());
        }
    }

    /** What was decided, for whom and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DuplicateWord")
    record Said(Pair.Conclusion decision, String reason, Instant at, String organisation, String role) {
        private static Said of(Pair.Word word) {
            return word == null
                    ? null
                    : new Said(word.decision(), word.reason(), word.at(), word.organisation(), word.role());
        }
    }

    static PairRepresentation of(Pair pair, List<Action> actions) {
        return new PairRepresentation(
                List.of(Side.of(pair.one()), Side.of(pair.other())),
                pair.since(),
                pair.byNumber(),
                pair.outcome(),
                pair.agreements(),
                pair.waits(),
                Said.of(pair.last()),
                actions);
    }
}
