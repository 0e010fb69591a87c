package fr.genereferral.referral.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a list: no clinical fact, and a name only where a hospital has asked for its own.
 *
 * @param clockStartedAt absent of what was never sent
 * @param dueOn since when its hospital has something to do, or from when on; absent while it has nothing, and for hubs
 * @param stuckSince since when it does not move on by itself; absent when it does
 * @param questionDueAt until when the first question of people is to be answered; absent when none waits, and for hubs
 * @param patient who it is of; absent when it was not asked for, or cannot be told
 * @param patientUnknown the problem's code where it was asked for and cannot be told: erased, or altered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReferralSummary")
public record ReferralLine(
        UUID id,
        String reference,
        ReferralStatus state,
        boolean stopping,
        long version,
        String organisation,
        Instant clockStartedAt,
        Instant updatedAt,
        LocalDate dueOn,
        Instant stuckSince,
        Instant questionDueAt,
        Named patient,
        String patientUnknown) {

    /** By what a hospital knows a patient. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "NamedPatient")
    public record Named(
            String familyName,
            String usedName,
            List<String> givenNames,
            LocalDate birthDate,
            String hospitalFileNumber) {

        /** @param fields opened, by name: JSON, as the hospital has sent it */
        public static Named of(Map<String, byte[]> fields, LocalDate birthDate) {
            return new Named(
                    text(fields, "familyName"),
                    text(fields, "usedName"),
                    texts(fields.get("givenNames")),
                    birthDate,
                    text(fields, "hospitalFileNumber"));
        }

        private static String text(Map<String, byte[]> fields, String name) {
            var json = fields.get(name);
            return json == null ? null : StrictJson.parse(json).textValue();
        }

        private static List<String> texts(byte[] json) {
            var texts = new ArrayList<String>();
            if (json != null) {
                StrictJson.parse(json).forEach(text -> texts.add(text.textValue()));
            }
            return texts;
        }

        @Override
        public String toString() {
            return "Named[redacted]";
        }
    }

    /** A hub knows of its own questions alone, and has nothing to do for another's children. */
    public static ReferralLine of(ReferralSummary line, Rights rights) {
        var told = rights.isNational() || rights.equals(Rights.of(line.organisation()));
        return new ReferralLine(
                line.id(),
                line.reference(),
                line.state().seenBy(rights),
                line.stopping(),
                line.version(),
                line.organisation(),
                line.clockStartedAt(),
                line.updatedAt(),
                told ? line.dueOn() : null,
                line.stuckSince(),
                told ? line.questionDueAt() : null,
                null,
                null);
    }

    public ReferralLine with(Named named) {
        return with(named, null);
    }

    /** @param problem why the patient cannot be named */
    public ReferralLine without(String problem) {
        return with(null, problem);
    }

    private ReferralLine with(Named named, String problem) {
        return new ReferralLine(
                id,
                reference,
                state,
                stopping,
                version,
                organisation,
                clockStartedAt,
                updatedAt,
                dueOn,
                stuckSince,
                questionDueAt,
                named,
                problem);
    }
}
