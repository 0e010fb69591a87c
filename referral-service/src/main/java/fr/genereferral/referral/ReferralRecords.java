package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port to what is read about referrals without opening one: lists, timeline, assessments, identity. */
public interface ReferralRecords {

    Uni<Listed> list(ListQuery query, Access access);

    Uni<List<TimelineEntry>> timeline(UUID id, Access access);

    Uni<List<StoredAssessment>> assessments(UUID id, Access access);

    /** What the rules said last of the dossier as it now is, and what people have asked that this reader may know of. */
    Uni<EverythingAsked> asked(UUID id, Access access);

    Uni<DossierHistory> history(UUID id, Access access);

    /** As {@link #history}, to compare with: whoever is shown something that comes of it has an audit row for that. */
    Uni<DossierHistory> historyBeside(UUID id, Access access);

    /**
     * Which version of its dossier the reader's organisation was shown first since it may see the referral; empty when it has
     * not opened it yet. Leaves no audit row: nothing of the referral is shown.
     */
    Uni<Optional<Integer>> firstShown(UUID id, Access access);

    /** Meetings of experts, oldest first. */
    Uni<List<Meeting>> meetings(UUID id, Access access);

    /** @return the sealed fields; what opens them is kept elsewhere */
    Uni<Map<String, byte[]>> identity(UUID id, Access access);

    /**
     * Some fields of several patients whom the reader may see, with an audit row for each; who has none of them is not
     * in the map.
     *
     * @return the sealed fields by referral; what opens them is kept elsewhere
     */
    Uni<Map<UUID, Map<String, byte[]>>> identities(List<UUID> ids, Set<String> fields, Access access);

    /** Leaves an audit row of something that was shown, and reads nothing. */
    Uni<Void> note(UUID id, Access access);

    /** Keeps in the log and in the audit that a stored ciphertext did not open where it stands. */
    Uni<Void> altered(IdentityAltered found, Access access);

    /** As {@link #altered}, for whoever asked for what it holds: always a failure {@code IDENTITY_ALTERED}. */
    default <T> Uni<T> refuse(IdentityAltered found, Access access) {
        return altered(found, access).map(noted -> {
            throw Refused.because("IDENTITY_ALTERED");
        });
    }

    /**
     * @param updatedSince only what changed at or after this instant; null for all
     * @param stuck only what does not move on by itself, or only what does; null for all
     * @param asked only where somebody waits for an answer of the hospital, or only where nobody does; null for all
     * @param due only what its hospital has to do by today, the oldest day first; else all, newest first
     * @param after where the page before has ended; null for the first page
     */
    record ListQuery(
            ReferralStatus state,
            String reference,
            Instant updatedSince,
            Boolean stuck,
            Boolean asked,
            boolean due,
            Place after,
            int limit) {}

    /**
     * A place in a list.
     *
     * @param day on which it is due, in a list of what is; null in others
     */
    record Place(LocalDate day, UUID id) {}

    /**
     * A page of a list.
     *
     * @param next where it has ended; null on the last one
     */
    record Listed(List<ReferralSummary> lines, Place next) {}

    /**
     * One line of a list, as it is kept: how much of it is shown is its reader's right.
     *
     * @param version 0 of a draft
     * @param clockStartedAt null of what was never sent
     * @param birthDate shown with the name alone; null in a draft
     * @param dueOn since when its hospital has something to do, or from when on; null while it has nothing
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
            LocalDate birthDate,
            LocalDate dueOn,
            Instant stuckSince,
            Instant questionDueAt) {

        /** Whether there is an identity: a draft keeps what it has of one apart. */
        public boolean isSent() {
            return clockStartedAt != null;
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
            String hubName) {

        /** For whom the reason is not. */
        public TimelineEntry withoutReason() {
            return new TimelineEntry(version, at, what, state, actor, organisation, role, null, hubId, hubName);
        }
    }

    /**
     * @param waiting the offer whose hub waits for facts that it has missed; empty when none does any more
     * @param factsDueAt until when the hospital is asked to send what it waits for; null while the referral waits for no facts, or
     *     when no limit is known
     * @param document the explained assessment; empty while the dossier as it now is has not been judged
     * @param said everything that was said of the facts that were judged
     */
    record LastJudgement(
            ReferralStatus state,
            Optional<Offer> waiting,
            Instant factsDueAt,
            Optional<Document> document,
            DossierHistory said) {}

    /**
     * Everything that is asked of a hospital.
     *
     * @param open those of the questions of people that wait for an answer
     * @param reminders what the hospital was reminded of, oldest first; none for a reader who may not know
     */
    record EverythingAsked(LastJudgement judgement, Threads threads, Questions open, List<Reminder> reminders) {}

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
