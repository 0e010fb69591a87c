package fr.genereferral.eligibility.preview;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Refused;
import fr.genereferral.eligibility.Refused.Violation;
import fr.genereferral.eligibility.RulePack;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.RulesInForce;
import fr.genereferral.eligibility.json.DossierReader;
import fr.genereferral.eligibility.web.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says everything at once that is wrong with a preview's body; what is merely missing is not. */
@ApplicationScoped
class PreviewCheck {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final BodySchema schema;
    private final DossierCheck dossiers;
    private final RulePacks packs;
    private final Clock clock;

    PreviewCheck(BodySchema schema, DossierCheck dossiers, RulePacks packs, Clock clock) {
        this.schema = schema;
        this.dossiers = dossiers;
        this.packs = packs;
        this.clock = clock;
    }

    /** Fails with MALFORMED, or INVALID with every violation. */
    Uni<PreviewRequest> checked(byte[] body) {
        var parsed = StrictJson.parse(body);
        refuse(schema.violations(parsed));
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var asOf = parsed.has("asOf") ? LocalDate.parse(parsed.get("asOf").textValue()) : today;
        return rules(parsed, asOf).map(wrong -> {
            var found = new ArrayList<>(wrong);
            found.addAll(dossiers.violations(parsed.get("dossier"), asOf, today));
            refuse(found);
            return request(parsed, asOf);
        });
    }

    private Uni<List<Violation>> rules(JsonNode parsed, LocalDate asOf) {
        return packs.firstDay(parsed.at("/dossier/disease/orpha").textValue()).chain(first -> {
            // Before any rule every therapy would be unknown, and an answer without verdicts would read like a no.
            if (first.filter(asOf::isBefore).isPresent()) {
                var early =
                        new Violation("/asOf", "NO_RULES_IN_FORCE", first.get().toString());
                return Uni.createFrom().item(List.of(early));
            }
            return packs.inForce(asOf).map(rules -> therapies(parsed.path("therapiesSought"), rules));
        });
    }

    private static PreviewRequest request(JsonNode checked, LocalDate asOf) {
        return new PreviewRequest(
                asOf, texts(checked.path("therapiesSought")), DossierReader.read(checked.get("dossier")));
    }

    private static List<Violation> therapies(JsonNode sought, RulesInForce rules) {
        var known = rules.all().stream().map(RulePack::therapy).toList();
        var found = new ArrayList<Violation>();
        for (var i = 0; i < sought.size(); i++) {
            if (!known.contains(sought.get(i).textValue())) {
                var allowed = known.stream().sorted().collect(Collectors.joining(", "));
                found.add(new Violation("/therapiesSought/" + i, "THERAPY_UNKNOWN", allowed));
            }
        }
        return found;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }
}
