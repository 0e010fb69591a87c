package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.HubKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A hub or relay with all its accreditations, ended ones included.
 *
 * @param kind a RELAY takes in and follows up, and is never offered a child
 * @param expectedWaitDays absent while it is unknown
 * @param country of the hub, ISO 3166
 * @param profile what people need to know beside: whom to call, when, in which language
 * @param affected whom it reaches, in the answer to a revocation alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Hub")
record HubRepresentation(
        String id,
        String name,
        String city,
        HubKind kind,
        boolean open,
        Integer expectedWaitDays,
        long version,
        String country,
        HubProfileRepresentation profile,
        List<Held> accreditations,
        AffectedRepresentation affected) {

    /**
     * One accreditation.
     *
     * @param underAgeYears the first birthday that is too old
     * @param illustrative plausible or made up, not verified
     * @param endsOn the first day without it
     * @param recordedAt since when it is known; {@code from} says since when it is true
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Accreditation")
    record Held(
            UUID id,
            String therapy,
            Integer fromAgeYears,
            Integer underAgeYears,
            BigDecimal fromWeightKg,
            BigDecimal toWeightKg,
            LocalDate from,
            LocalDate endsOn,
            Accreditation.EndReason endReason,
            boolean illustrative,
            String source,
            Instant recordedAt,
            Instant endRecordedAt) {

        static Held from(Accreditation accreditation) {
            var band = accreditation.band();
            return new Held(
                    accreditation.id(),
                    accreditation.therapy(),
                    band.fromAgeYears(),
                    band.underAgeYears(),
                    band.fromWeightKg(),
                    band.toWeightKg(),
                    accreditation.validFrom(),
                    accreditation.endsOn(),
                    accreditation.endReason(),
                    accreditation.illustrative(),
                    accreditation.source(),
                    accreditation.recordedAt(),
                    accreditation.endRecordedAt());
        }
    }

    static HubRepresentation from(Hub hub) {
        return new HubRepresentation(
                hub.id(),
                hub.hubName().name(),
                hub.hubName().city(),
                hub.kind(),
                hub.open(),
                hub.expectedWaitDays().orElse(null),
                hub.version(),
                Finess.country(hub.id()),
                HubProfileRepresentation.from(hub.values()),
                hub.accreditations().stream().map(Held::from).toList(),
                null);
    }

    HubRepresentation affecting(AffectedRepresentation referrals) {
        return new HubRepresentation(
                id, name, city, kind, open, expectedWaitDays, version, country, profile, accreditations, referrals);
    }

    @JsonIgnore
    String etag() {
        return "\"" + version + "\"";
    }
}
