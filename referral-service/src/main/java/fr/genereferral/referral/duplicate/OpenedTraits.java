package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Lookalikes.Kept;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.likeness.Traits;
import fr.genereferral.referral.likeness.Traits.Report;
import fr.genereferral.referral.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The one place where an identity is opened to be compared. What comes out lives as long as the comparison. */
final class OpenedTraits {
    private final Kept kept;
    private final IdentitySeal seal;
    private final JsonNode dossier;

    private OpenedTraits(Kept kept, IdentitySeal seal) {
        this.kept = kept;
        this.seal = seal;
        this.dossier = StrictJson.parse(kept.dossier().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Empty when the identity does not open where it stands, or one of its values does not read: who reads it is told, and the
     * incident is recorded there. Nobody else is compared with less for it.
     */
    static Optional<Traits> of(Kept kept, IdentitySeal seal) {
        try {
            return Optional.of(new OpenedTraits(kept, seal).traits());
        } catch (Refused | DateTimeException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private Traits traits() {
        return new Traits(
                field("familyName").textValue(),
                field("usedName").textValue(),
                texts(field("givenNames")),
                day(dossier.path("birthDate")),
                dossier.path("sex").textValue(),
                field("birthPlace").textValue(),
                field("motherBirthName").textValue(),
                reports(),
                field("ins").path("value").textValue());
    }

    private JsonNode field(String name) {
        var sealed = kept.identity().get(name);
        return sealed == null
                ? dossier.path("nothing of an identity stands here")
                : StrictJson.parse(seal.open(name, sealed));
    }

    private List<Report> reports() {
        return StreamSupport.stream(dossier.at("/genetics/reports").spliterator(), false)
                .map(report -> new Report(
                        report.path("laboratory").textValue(),
                        report.path("accreditation").textValue(),
                        day(report.path("signedOn"))))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static LocalDate day(JsonNode text) {
        return text.isTextual() ? LocalDate.parse(text.textValue()) : null;
    }
}
