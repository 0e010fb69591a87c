package fr.genereferral.referral.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.AuditTrail.Line;
import fr.genereferral.referral.audit.AuditActions.Meaning;
import fr.genereferral.referral.web.Texts;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody has looked at something of a referral, or has changed it.
 *
 * @param part of the referral that was opened or changed; absent for a word that is not known yet
 * @param kind READ or WRITE
 * @param document which one; absent where it was none, and where it was not kept
 * @param dossierVersion the one that was shown; absent where none was
 * @param purpose what for; absent where nobody knows
 * @param text what was done, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry")
record AuditEntry(
        Instant at,
        By by,
        String action,
        String part,
        String kind,
        UUID document,
        Integer dossierVersion,
        String purpose,
        String text) {

    /** @param subject the person as the identity server knows it; a part of the platform where no person acts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditActor")
    record By(String subject, String organisation, String role) {}

    static AuditEntry from(Line line, AuditActions actions, String language) {
        var meaning = actions.of(line.action());
        var by = line.by();
        return new AuditEntry(
                line.at(),
                new By(by.subject(), by.organisation(), by.role()),
                line.action(),
                meaning.map(Meaning::part).orElse(null),
                meaning.map(Meaning::kind).map(Enum::name).orElse(null),
                line.document(),
                line.dossierVersion(),
                meaning.map(Meaning::purpose).orElse(null),
                Texts.in(language).of("audited." + line.action(), line.action()));
    }
}
