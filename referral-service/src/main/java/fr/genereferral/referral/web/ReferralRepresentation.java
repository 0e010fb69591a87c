package fr.genereferral.referral.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.Verdict;
import fr.genereferral.referral.Verdicts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A referral as its hospital, its hub and the coordinator read it. No identity: that is a resource of its own.
 *
 * @param stopping the hospital has asked to stop, and the hub directory has not yet answered
 * @param clockStartedAt C0, where the equity clock started
 * @param familyWishes where the family would rather go and where not; hubs are not told
 * @param deferredUntil in state DEFERRED: earliest known end; absent when nobody knows
 * @param opensOn in state NOT_ELIGIBLE: the day an age bound will open; absent when none will
 * @param offers every offer made, oldest first, with why that hub
 * @param openQuestions how many questions of people wait for an answer of the hospital; a hub knows its own; absent when none
 * @param care what a meeting of experts has decided, when care began and how it ended; absent before all of them
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
        List<Offer> offers,
        Integer openQuestions,
        CareRepresentation care) {

    /** What is judged while the coordinator looks for a duplicate is shown when the referral goes on. */
    public static ReferralRepresentation from(StoredReferral stored, Rights rights) {
        Referral referral = stored.referral();
        var state = referral.state().seenBy(rights);
        var open = referral.questions().countedFor(rights, referral.organisation());
        var verdicts = state == referral.state() ? referral.verdicts() : Verdicts.none();
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
                referral.offers().all(),
                open == 0 ? null : open,
                CareRepresentation.of(referral.care()));
    }

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

    /** Strong ETag: the version. */
    @JsonIgnore
    public String etag() {
        return "\"" + version + "\"";
    }
}
