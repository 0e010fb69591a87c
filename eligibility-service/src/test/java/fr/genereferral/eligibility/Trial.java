package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Dossier.Antibody;
import fr.genereferral.eligibility.Dossier.CopyNumber;
import fr.genereferral.eligibility.Dossier.StatedFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Statements that a hospital could send next, one for each way in which a demand may turn out. */
final class Trial {
    private static final Set<Input.Kind> STATED =
            Set.of(Input.Kind.FACT, Input.Kind.ANTIBODY, Input.Kind.DETECTION, Input.Kind.COPY_NUMBER);

    private Trial() {}

    static boolean canBeStated(Input input) {
        return STATED.contains(input.kind());
    }

    static List<Supposition> of(Leaf leaf, RandomDossier given) {
        if (leaf instanceof Leaf.Compare compare) {
            return around(compare.limit()).map(v -> number(compare, v, given)).toList();
        }
        if (leaf instanceof Leaf.OneOf oneOf) {
            var codes = new ArrayList<>(oneOf.codes());
            Packs.shipped().knowledge().fact(oneOf.what()).values().keySet().stream()
                    .filter(code -> !codes.contains(code))
                    .findFirst()
                    .ifPresent(codes::add);
            return codes.stream()
                    .map(code -> fact(oneOf.what(), FactState.PRESENT, code, null, given))
                    .toList();
        }
        if (leaf instanceof Leaf.Within within) {
            return List.of(
                    fact(within.what(), FactState.PRESENT, given.asOf().toString(), null, given),
                    fact(within.what(), FactState.ABSENT, null, null, given));
        }
        return found(leaf, given);
    }

    private static Stream<BigDecimal> around(BigDecimal limit) {
        var step = BigDecimal.ONE.movePointLeft(Math.max(limit.scale(), 0));
        return Stream.of(limit.subtract(step), limit, limit.add(step)).filter(v -> v.signum() >= 0);
    }

    private static Supposition number(Leaf.Compare compare, BigDecimal value, RandomDossier given) {
        var input = compare.what();
        return switch (input.kind()) {
            case COPY_NUMBER ->
                new Supposition(
                        null,
                        null,
                        List.of(new CopyNumber(
                                input.code(),
                                value.intValue(),
                                null,
                                FactState.PRESENT,
                                null,
                                given.asOf(),
                                null,
                                "r1")),
                        null,
                        null);
            case ANTIBODY -> antibody(input, FactState.PRESENT, value, given);
            default -> fact(input, FactState.PRESENT, value, compare.unit(), given);
        };
    }

    /** Found, or looked for in vain; a fact that needs a value gets one that no limit is near. */
    private static List<Supposition> found(Leaf leaf, RandomDossier given) {
        var input = leaf.input().orElseThrow();
        if (input.kind() != Input.Kind.FACT) {
            return List.of(
                    antibody(input, FactState.PRESENT, BigDecimal.TEN, given),
                    antibody(input, FactState.ABSENT, null, given));
        }
        var definition = Packs.shipped().knowledge().fact(input);
        return switch (definition.type()) {
            case BOOLEAN_BY_STATE ->
                List.of(
                        fact(input, FactState.PRESENT, null, null, given),
                        fact(input, FactState.ABSENT, null, null, given));
            case DATE -> List.of(fact(input, FactState.PRESENT, given.asOf().toString(), null, given));
            case QUANTITY, CODED -> List.of(fact(input, FactState.PRESENT, BigDecimal.ONE, "1", given));
        };
    }

    private static Supposition fact(Input input, FactState state, Object value, String unit, RandomDossier given) {
        var fact = new StatedFact(input.code(), state, value, unit, null, given.asOf(), null, "clinician", null);
        return new Supposition(List.of(fact), null, null, null, null);
    }

    private static Supposition antibody(Input input, FactState state, BigDecimal titre, RandomDossier given) {
        var generation = input.generations().stream().sorted().findFirst().orElse(null);
        var kind = input.assays().stream().sorted().findFirst().orElseThrow();
        var antibody = new Antibody(input.code(), kind, state, null, titre, null, generation, given.asOf(), null);
        return new Supposition(null, List.of(antibody), null, null, null);
    }
}
