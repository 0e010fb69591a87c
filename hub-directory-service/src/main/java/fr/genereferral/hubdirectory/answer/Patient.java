package fr.genereferral.hubdirectory.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.PlacementRecords.Background;
import fr.genereferral.hubdirectory.PlacementRecords.OfferFile;
import fr.genereferral.hubdirectory.RoutingRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an offer says of the child: no identity, no genetic fact.
 *
 * @param conditionalOn criteria whose pending fact is still to come
 * @param eligibleUntil the day on which an age bound closes
 * @param waitingSince where the equity clock started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfferPatient")
record Patient(
        Age age,
        BigDecimal weightKg,
        String verdict,
        int packVersion,
        List<String> conditionalOn,
        List<String> warnings,
        LocalDate eligibleUntil,
        Instant waitingSince,
        Site referredBy,
        Residence residence) {

    /** The referring hospital. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Site(String id, String name, String city) {}

    /** The département alone: a commune with an age would name a child. */
    record Residence(String code, String name) {}

    static Patient from(RoutingRequest request, OfferFile file, Surroundings surroundings) {
        var asked = request.asked();
        var names = file.background().orElse(new Background(null, null, null));
        var background = request.background();
        return new Patient(
                Age.on(surroundings.today(), request.patient().birthDate()),
                weight(request.patient().weightKg()),
                asked.verdict(),
                asked.packVersion(),
                asked.conditionalOn(),
                asked.warnings(),
                request.eligibleUntil(),
                request.clockStartedAt(),
                new Site(background.hospital(), names.hospital(), names.hospitalCity()),
                background
                        .knownResidence()
                        .map(code -> new Residence(code, names.departement()))
                        .orElse(null));
    }

    /** As a person writes it, without the zeros of the column. */
    private static BigDecimal weight(BigDecimal stored) {
        return stored == null
                ? null
                : new BigDecimal(stored.stripTrailingZeros().toPlainString());
    }

    @Override
    public String toString() {
        return "Patient[…]";
    }
}
