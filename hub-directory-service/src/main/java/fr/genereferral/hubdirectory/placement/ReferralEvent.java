package fr.genereferral.hubdirectory.placement;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.genereferral.hubdirectory.OfferQuestion;
import fr.genereferral.hubdirectory.PatientFacts;
import fr.genereferral.hubdirectory.RoutingRequest;
import fr.genereferral.hubdirectory.Urgency;
import fr.genereferral.hubdirectory.WithdrawalCause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What referral-service says that concerns a placement, only the fields we need. */
sealed interface ReferralEvent {
    Map<String, Class<? extends ReferralEvent>> TYPES = Map.of(
            "RoutingRequested.v1", RoutingRequested.class,
            "RoutingCancelled.v1", RoutingCancelled.class,
            "ReferralMoved.v1", ReferralMoved.class,
            "ReferralClosed.v1", ReferralClosed.class,
            "QuestionOpened.v1", QuestionOpened.class,
            "QuestionClosed.v1", QuestionClosed.class);

    UUID referralId();

    /** Whether a placement is changed by it; the others only keep the count. */
    default boolean concernsPlacement() {
        return true;
    }

    /** Each event knows which part of the use case is meant. */
    void applyTo(PlacingReferrals.Round round);

    record RoutingRequested(
            UUID referralId,
            int routing,
            String therapy,
            int packVersion,
            String verdict,
            List<String> conditionalOn,
            List<String> warnings,
            LocalDate birthDate,
            @JsonSetter(nulls = Nulls.SET) BigDecimal weightKg,
            Urgency urgency,
            @JsonSetter(nulls = Nulls.SET) LocalDate eligibleUntil,
            String organisation,
            @JsonSetter(nulls = Nulls.SET) String residenceDepartement,
            @JsonSetter(nulls = Nulls.SET) String followedBy,
            @JsonSetter(nulls = Nulls.SET) String hubPreferred,
            @JsonSetter(nulls = Nulls.SET) List<String> hubsDeclinedByFamily,
            Instant clockStartedAt)
            implements ReferralEvent {

        @Override
        public void applyTo(PlacingReferrals.Round round) {
            round.route(new RoutingRequest(
                    referralId,
                    routing,
                    new RoutingRequest.Asked(therapy, packVersion, verdict, conditionalOn, warnings),
                    new PatientFacts(birthDate, weightKg),
                    urgency,
                    eligibleUntil,
                    new RoutingRequest.Background(organisation, residenceDepartement, followedBy, wishes()),
                    clockStartedAt));
        }

        private RoutingRequest.Wishes wishes() {
            return new RoutingRequest.Wishes(
                    hubPreferred, hubsDeclinedByFamily == null ? List.of() : hubsDeclinedByFamily);
        }

        @Override
        public String toString() {
            return "RoutingRequested[" + referralId + "#" + routing + "]";
        }
    }

    record RoutingCancelled(UUID referralId, int routing, WithdrawalCause cause) implements ReferralEvent {
        @Override
        public void applyTo(PlacingReferrals.Round round) {
            round.placement(referralId).cancel(routing, cause, round.now());
        }
    }

    /** A wish to stop comes, or goes. */
    record ReferralMoved(UUID referralId, String previousState, String state) implements ReferralEvent {
        private static final String STOP_WANTED = "CANCEL_REQUESTED";

        @Override
        public boolean concernsPlacement() {
            return state.equals(STOP_WANTED) || previousState.equals(STOP_WANTED);
        }

        @Override
        public void applyTo(PlacingReferrals.Round round) {
            round.placement(referralId).stopWanted(state.equals(STOP_WANTED));
        }
    }

    /** @param state how it has ended: whether care came to its end, or it lives on in another one and may be parted again */
    record ReferralClosed(UUID referralId, String state) implements ReferralEvent {
        @Override
        public void applyTo(PlacingReferrals.Round round) {
            var placement = round.placement(referralId);
            if (state.equals("COMPLETED")) {
                placement.complete(round.now());
                return;
            }
            if (state.equals("MERGED")) {
                placement.rest(round.now());
                return;
            }
            placement.close(round.now());
        }
    }

    /** Somebody asks the hospital; a hub under its offer, the coordinator under none. */
    record QuestionOpened(
            UUID referralId, @JsonSetter(nulls = Nulls.SET) UUID offerId, int open, Instant openedAt)
            implements ReferralEvent {

        @Override
        public boolean concernsPlacement() {
            return offerId != null;
        }

        @Override
        public void applyTo(PlacingReferrals.Round round) {
            round.question(referralId, new OfferQuestion(offerId, true, open, openedAt));
        }
    }

    /** A question was answered or taken back. */
    record QuestionClosed(
            UUID referralId, @JsonSetter(nulls = Nulls.SET) UUID offerId, int open, Instant closedAt)
            implements ReferralEvent {

        @Override
        public boolean concernsPlacement() {
            return offerId != null;
        }

        @Override
        public void applyTo(PlacingReferrals.Round round) {
            round.question(referralId, new OfferQuestion(offerId, false, open, closedAt));
        }
    }
}
