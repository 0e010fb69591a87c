package fr.genereferral.eligibility.preview;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Dossier;
import fr.genereferral.eligibility.Paris;
import fr.genereferral.eligibility.Refused;
import fr.genereferral.eligibility.Refused.Violation;
import fr.genereferral.eligibility.json.DossierReader;
import fr.genereferral.eligibility.web.BodySchema;
import fr.genereferral.eligibility.web.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Says everything at once that is wrong with the body of a preview or a comparison; what is merely missing is not. */
@ApplicationScoped
class PreviewCheck {
    private final BodySchema previews = BodySchema.of("PreviewRequest");
    private final BodySchema comparisons = BodySchema.of("ComparisonRequest");
    private final DossierCheck dossiers;
    private final SuppositionCheck suppositions;
    private final ThoughtCheck thoughts;
    private final Clock clock;

    PreviewCheck(DossierCheck dossiers, SuppositionCheck suppositions, ThoughtCheck thoughts, Clock clock) {
        this.dossiers = dossiers;
        this.suppositions = suppositions;
        this.thoughts = thoughts;
        this.clock = clock;
    }

    /** Fails with MALFORMED, or INVALID with every violation. */
    Uni<PreviewRequest> preview(byte[] body) {
        var parsed = StrictJson.parse(body);
        refuse(previews.violations(parsed));
        var today = today();
        var thought = ThoughtReader.read(parsed, today);
        return thoughts.violations(parsed, parsed, "", thought).map(wrong -> {
            var found = new ArrayList<>(wrong);
            found.addAll(dossiers.violations(parsed.get("dossier"), thought.asOf(), today));
            found.addAll(suppositions.violations(parsed, parsed.path("suppose"), "/suppose", thought.asOf()));
            refuse(found);
            return new PreviewRequest(sought(parsed), dossier(parsed), thought);
        });
    }

    /** Fails with MALFORMED, or INVALID with every violation. */
    Uni<ComparisonRequest> comparison(byte[] body) {
        var parsed = StrictJson.parse(body);
        refuse(comparisons.violations(parsed));
        var today = today();
        var first = ThoughtReader.read(parsed, today);
        var second = ThoughtReader.read(parsed.get("other"), first.asOf());
        return thoughts.violations(parsed, parsed, "", first)
                .chain(wrong -> thoughts.violations(parsed, parsed.get("other"), "/other", second)
                        .map(also -> {
                            var found = new ArrayList<>(wrong);
                            also.stream().filter(v -> !found.contains(v)).forEach(found::add);
                            found.addAll(dossiers.violations(
                                    parsed.get("dossier"), earlier(first.asOf(), second.asOf()), today));
                            found.addAll(suppositions.violations(
                                    parsed, parsed.at("/other/suppose"), "/other/suppose", second.asOf()));
                            refuse(found);
                            return new ComparisonRequest(sought(parsed), dossier(parsed), first, second);
                        }));
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Dossier dossier(JsonNode parsed) {
        return DossierReader.read(parsed.get("dossier"));
    }

    private static List<String> sought(JsonNode parsed) {
        return StreamSupport.stream(parsed.path("therapiesSought").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }
}
