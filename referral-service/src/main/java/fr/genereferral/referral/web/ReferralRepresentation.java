package fr.genereferral.referral.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import fr.genereferral.referral.Draft;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.Verdict;
import fr.genereferral.referral.Verdicts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A referral as its hospital, its hub and the coordinator read it. No identity: that is a resource of its own.
 *
 * @param stopping the hospital has asked to stop, and the hub directory has not yet answered
 * @param version 0 of a draft, which nobody has heard of
 * @param clockStartedAt C0, where the equity clock started; absent of what was never sent
 * @param familyWishes where the family would rather go and where not; hubs are not told
 * @param deferredUntil in state DEFERRED: earliest known end; absent when nobody knows
 * @param opensOn in state NOT_ELIGIBLE: the day an age bound will open; absent when none will
 * @param offers every offer made, oldest first, with why that hub
 * @param supersededBy in state MERGED: the referral of the child in which this one lives on
 * @param openQuestions how many questions of people wait for an answer of the hospital; a hub knows its own; absent when none
 * @param dossier absent of what was never sent
 * @param care what a meeting of experts has decided, when care began and how it ended; absent before all of them
 * @param draft in state DRAFT: what is written so far; absent once its key is erased
 * @param changedSinceYouOpened to a hub: facts that have come or changed since it was first shown the dossier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Referral")
public record ReferralRepresentation(
        UUID id,
        String reference,
        ReferralStatus state,
        boolean stopping,
        String withdrawalReason,
        long version,
        String organisation,
        Instant clockStartedAt,
        Instant updatedAt,
        List<String> therapiesSought,
        Wishes familyWishes,
        int dossierVersion,
        @JsonRawValue @Schema(ref = "Dossier") String dossier,
        List<Verdict> verdicts,
        LocalDate deferredUntil,
        LocalDate opensOn,
        List<OfferRepresentation> offers,
        UUID supersededBy,
        Integer openQuestions,
        CareRepresentation care,
        DraftRepresentation draft,
        List<ChangedFact> changedSinceYouOpened) {

    /** What is judged while the coordinator looks for a duplicate is shown when the referral goes on. */
    public static ReferralRepresentation from(StoredReferral stored, Rights rights) {
        return from(stored, rights, Beside.nothing());
    }

    public static ReferralRepresentation from(StoredReferral stored, Rights rights, Beside beside) {
        Referral referral = stored.referral();
        var state = referral.state().seenBy(rights);
        var open = referral.questions().countedFor(rights, referral.organisation());
        var verdicts =
                state != referral.state() && referral.joint().judgedUnseen() ? Verdicts.none() : referral.verdicts();
        return new ReferralRepresentation(
                referral.id(),
                referral.reference(),
                state,
                referral.stopping(),
                referral.withdrawalReason(),
                referral.version(),
                referral.organisation(),
                referral.clockStartedAt(),
                referral.updatedAt(),
                referral.therapiesSought().ids(),
                Wishes.of(referral, rights),
                referral.dossierVersion(),
                stored.dossier(),
                verdicts.all(),
                referral.deferredUntil(),
                referral.opensOn(),
                offers(referral),
                referral.joint().supersededBy(),
                open == 0 ? null : open,
                CareRepresentation.of(referral.care()),
                beside.draft(),
                beside.changes());
    }

    /** To a hub's appointment nobody is to come once the referral was stopped; that of a child who was treated is history. */
    private static List<OfferRepresentation> offers(Referral referral) {
        var goesOn = !referral.state().isEnd() || referral.state() == ReferralStatus.COMPLETED;
        return referral.offers().all().stream()
                .map(offer -> OfferRepresentation.from(offer, goesOn))
                .toList();
    }

    /** What some readers are shown beside what all are; null where there is nothing to show. */
    public record Beside(DraftRepresentation draft, List<ChangedFact> changes) {
        public static Beside nothing() {
            return new Beside(null, null);
        }

        public static Beside ofDraft(Optional<Draft> draft) {
            return new Beside(draft.map(DraftRepresentation::of).orElse(null), null);
        }

        public static Beside ofChanges(List<ChangedFact> changes) {
            return new Beside(null, changes);
        }
    }

    /**
     * What is written so far of a referral that has not been sent.
     *
     * @param version counts what was saved
     * @param content as it was saved, without who the patient is: that is a resource of its own
     */
    @Schema(name = "Draft")
    record DraftRepresentation(
            int version,
            Instant savedAt,
            @JsonRawValue @Schema(ref = "DraftReferral") String content) {
        private static DraftRepresentation of(Draft draft) {
            return new DraftRepresentation(draft.version(), draft.savedAt(), draft.content());
        }
    }

    /**
     * A fact that says something else than it did.
     *
     * @param kind what it speaks of, and {@code name} too, as in the list of facts
     * @param before what held then; empty where nothing was known, more than one where they contradicted each other
     * @param after what holds now
     * @param at when the last of it came
     */
    @Schema(name = "ChangedFact")
    public record ChangedFact(
            String kind,
            String name,
            @JsonRawValue @Schema(ref = "StatedFacts") String before,
            @JsonRawValue @Schema(ref = "StatedFacts") String after,
            Instant at) {}

    /**
     * What the family wants.
     *
     * @param preferred absent when it names no hub
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FamilyWishes")
    record Wishes(FamilyWishes.Wish preferred, List<FamilyWishes.Wish> declined) {
        private static Wishes of(Referral referral, Rights rights) {
            var wishes = referral.wishes();
            var forReader = rights.isNational() || rights.equals(Rights.of(referral.organisation()));
            return forReader && !wishes.equals(FamilyWishes.none())
                    ? new Wishes(wishes.preferred(), wishes.declined())
                    : null;
        }
    }

    /** Strong ETag: the version, or that of the draft, which is another one. */
    @JsonIgnore
    public String etag() {
        return "\"" + tag() + "\"";
    }

    @JsonIgnore
    public String tag() {
        return draft == null ? Long.toString(version) : "draft-" + draft.version();
    }
}
