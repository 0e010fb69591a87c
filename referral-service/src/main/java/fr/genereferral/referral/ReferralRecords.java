package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port to what is read about referrals without opening one: lists, timeline, assessments, identity. */
public interface ReferralRecords {

    Uni<List<ReferralSummary>> list(ListQuery query, Access access);

    Uni<List<TimelineEntry>> timeline(UUID id, Access access);

    Uni<List<StoredAssessment>> assessments(UUID id, Access access);

    /** What the rules said last of the dossier as it now is, and what people have asked that this reader may know of. */
    Uni<EverythingAsked> asked(UUID id, Access access);

    Uni<DossierHistory> history(UUID id, Access access);

    /**
     * Which version of its dossier the reader's organisation was shown first since it may see the referral; empty when it has
     * not opened it yet. Leaves no audit row: nothing of the referral is shown.
     */
    Uni<Optional<Integer>> firstShown(UUID id, Access access);

    /** Meetings of experts, oldest first. */
    Uni<List<Meeting>> meetings(UUID id, Access access);

    /** @return the sealed fields; what opens them is kept elsewhere */
    Uni<Map<String, byte[]>> identity(UUID id, Access access);

    /** Leaves an audit row and reads nothing. */
    Uni<Void> note(UUID id, Access access);

    /**
     * @param after last id of the page before; null for the first page
     * @param updatedSince only what changed at or after this instant; null for all
     * @param stuck only what does not move on by itself, or only what does; null for all
     * @param asked only where somebody waits for an answer of the hospital, or only where nobody does; null for all
     */
    record ListQuery(
            ReferralStatus state,
            String reference,
            Instant updatedSince,
            Boolean stuck,
            Boolean asked,
            UUID after,
            int limit) {}

    /**
     * One line of a list: no clinical fact, no identity.
     *
     * @param version 0 of a draft
     * @param clockStartedAt null of what was never sent
     * @param stuckSince since when it does not move on by itself: an event of it was set aside or has not come; null when it
     *     does
     * @param questionDueAt until when the first question of people is to be answered; null when none waits
     */
    record ReferralSummary(
            UUID id,
            String reference,
            ReferralStatus state,
            boolean stopping,
            long version,
            String organisation,
            Instant clockStartedAt,
            Instant updatedAt,
            Instant stuckSince,
            Instant questionDueAt) {

        /** A hub knows of its own questions alone. */
        private boolean isFor(Rights rights) {
            return rights.isNational() || rights.equals(Rights.of(organisation));
        }

        public ReferralSummary seenBy(Rights rights) {
            return new ReferralSummary(
                    id,
                    reference,
                    state.seenBy(rights),
                    stopping,
                    version,
                    organisation,
                    clockStartedAt,
                    updatedAt,
                    stuckSince,
                    isFor(rights) ? questionDueAt : null);
        }
    }

    /** One change as everybody concerned may read it. */
    record TimelineEntry(
            long version,
            Instant at,
            String what,
            ReferralStatus state,
            String actor,
            String organisation,
            String role,
            String reason,
            String hubId,
            String hubName) {}

    /**
     * @param waiting the offer whose hub waits for facts that it has missed; empty when none does any more
     * @param document the explained assessment; empty while the dossier as it now is has not been judged
     * @param said everything that was said of the facts that were judged
     */
    record LastJudgement(
            ReferralStatus state, Optional<Offer> waiting, Optional<Document> document, DossierHistory said) {}

    /**
     * Everything that is asked of a hospital.
     *
     * @param open those of the questions of people that wait for an answer
     */
    record EverythingAsked(LastJudgement judgement, Threads threads, Questions open) {}

    /** An assessment as it was received; {@code document} is JSON. */
    record StoredAssessment(
            UUID id,
            int dossierVersion,
            String cause,
            LocalDate evaluationDate,
            Instant assessedAt,
            Instant receivedAt,
            Document document) {}
}
