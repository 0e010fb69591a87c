package fr.genereferral.referral.tracking;

import com.fasterxml.jackson.annotation.JsonRawValue;
import fr.genereferral.referral.ReferralRecords.StoredAssessment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every judgement of a referral, oldest first, as it was received. */
@Schema(name = "Assessments")
record AssessmentsRepresentation(List<Item> items) {

    /** @param assessment the explained document; the same bytes as the preview gives for the same inputs */
    @Schema(name = "AssessmentItem")
    record Item(
            UUID id,
            int dossierVersion,
            String cause,
            LocalDate evaluationDate,
            Instant assessedAt,
            Instant receivedAt,

            @JsonRawValue @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
            String assessment) {}

    static AssessmentsRepresentation from(List<StoredAssessment> stored) {
        return new AssessmentsRepresentation(stored.stream()
                .map(a -> new Item(
                        a.id(),
                        a.dossierVersion(),
                        a.cause(),
                        a.evaluationDate(),
                        a.assessedAt(),
                        a.receivedAt(),
                        a.document().text()))
                .toList());
    }
}
