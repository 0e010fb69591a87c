package fr.genereferral.referral.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.ClinicalDossier;
import fr.genereferral.referral.web.ProblemCatalogue;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What keeps a referral from being sent.
 *
 * @param sendable nothing does, unless the child is being referred already: that is looked for when it is sent
 * @param missing what has to be added
 * @param wrong what has to be corrected
 * @param eligibilityPreview how to ask what the rules would say; absent while they could not read the dossier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Validation")
record ValidationRepresentation(
        boolean sendable, List<Finding> missing, List<Finding> wrong, Preview eligibilityPreview) {
    /** What nothing is sent without, and no rule reads. */
    private static final List<String> UNREAD = List.of("/dossier/consent", "/dossier/clinician");

    /**
     * One thing, in words.
     *
     * @param pointer JSON pointer into what would be sent
     * @param expected what would fit, where that can be said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ValidationFinding")
    record Finding(String pointer, String code, String detail, String expected) {}

    /**
     * A request to another service, ready to be made with the caller's own token.
     *
     * @param body the dossier as that service may read it: nothing of it that is typed freely
     */
    @Schema(name = "EligibilityPreview")
    record Preview(
            String service,
            String method,
            String href,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String body) {
        private static Preview of(ObjectNode draft) {
            var sought =
                    draft.has("therapiesSought") ? "\"therapiesSought\":" + draft.get("therapiesSought") + "," : "";
            var dossier = ClinicalDossier.of((ObjectNode) draft.get("dossier"));
            return new Preview(
                    "eligibility-service",
                    "POST",
                    "/v1/eligibility/preview",
                    "{" + sought + "\"dossier\":" + dossier + "}");
        }
    }

    static ValidationRepresentation of(
            DraftBody draft, List<Violation> obstacles, ProblemCatalogue words, String language) {
        Predicate<Violation> missing = violation -> violation.code().endsWith("_MISSING");
        Function<Stream<Violation>, List<Finding>> told =
                some -> some.map(one -> finding(one, words, language)).toList();
        return new ValidationRepresentation(
                obstacles.isEmpty(),
                told.apply(obstacles.stream().filter(missing)),
                told.apply(obstacles.stream().filter(missing.negate())),
                obstacles.stream().anyMatch(ValidationRepresentation::keepsRulesFromReading)
                        ? null
                        : Preview.of(draft.whole()));
    }

    private static Finding finding(Violation one, ProblemCatalogue words, String language) {
        var detail = words.find(one.code()).orElseThrow().detail().in(language);
        return new Finding(one.pointer(), one.code(), detail, one.argument());
    }

    private static boolean keepsRulesFromReading(Violation violation) {
        var pointer = violation.pointer();
        return pointer.startsWith("/therapiesSought")
                || pointer.startsWith("/dossier") && UNREAD.stream().noneMatch(pointer::startsWith);
    }
}
