package fr.genereferral.bench.rules.drools;

import fr.genereferral.bench.rules.question.Question;
import fr.genereferral.eligibility.Comparison;
import fr.genereferral.eligibility.Dossier.Antibody;
import fr.genereferral.eligibility.Dossier.CopyNumber;
import fr.genereferral.eligibility.Dossier.StatedFact;
import fr.genereferral.eligibility.FactDefinition;
import fr.genereferral.eligibility.FactDictionary.Type;
import fr.genereferral.eligibility.FactState;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Shortfall;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What single statements say, and what the ones of one thing come to. */
public final class Statements {
    private static final int MOST_DIGITS = 15;
    private static final Set<String> DECIDING_SEXES = Set.of("male", "female");

    private Statements() {}

    public static Reading ofFact(Wanted wanted, List<StatedFact> said) {
        var readings = said.stream().map(fact -> read(wanted, fact)).toList();
        return Settling.latest(wanted.input(), readings);
    }

    private static Reading read(Wanted wanted, StatedFact fact) {
        var definition = wanted.definition();
        var reading = Reading.stated(wanted.input(), fact.state(), fact.date(), fact.expectedDate(), fact.source());
        if (!reading.usable() || definition.type() == Type.BOOLEAN_BY_STATE) {
            return reading;
        }
        if (fact.state() == FactState.ABSENT || fact.value() == null) {
            return reading.shortOf(Shortfall.UNKNOWN);
        }
        var operator = Objects.requireNonNullElse(fact.operator(), Comparison.EQUAL);
        if (!(fact.value() instanceof Number)) {
            return reading.with(fact.value().toString(), operator, null, null);
        }
        var number = plain(new BigDecimal(fact.value().toString()));
        return reading.with(number, operator, fact.unit(), range(definition, operator, number));
    }

    private static Range range(FactDefinition definition, Comparison operator, BigDecimal number) {
        var range = Range.of(operator, number);
        return definition.decimals() == null ? range : range.rounded(definition.decimals());
    }

    private static BigDecimal plain(BigDecimal number) {
        var magnitude = (long) number.precision() - number.scale();
        if (Math.abs(magnitude) > MOST_DIGITS) {
            return magnitude < 0 ? BigDecimal.ZERO : BigDecimal.TEN.pow(MOST_DIGITS);
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A titre counts for the kinds of assay that are asked for; one of another kind only tells that it is another. */
    public static Reading ofTitre(Input input, List<Antibody> said) {
        var fitting = said.stream()
                .filter(a -> isAsked(input, a) || !isFound(a.state()))
                .toList();
        var counting = fitting.isEmpty() ? said : fitting;
        return Settling.latest(input, counting.stream().map(a -> read(input, a)).toList());
    }

    private static boolean isFound(FactState state) {
        return state == FactState.PRESENT || state == FactState.ABSENT || state == FactState.CONFLICTING;
    }

    private static boolean isAsked(Input input, Antibody antibody) {
        return antibody.kind() != null
                && input.assays().contains(antibody.kind())
                && (input.generations().isEmpty()
                        || antibody.assayGeneration() != null
                                && input.generations().contains(antibody.assayGeneration()));
    }

    private static Reading read(Input input, Antibody antibody) {
        var reading = Reading.stated(input, antibody.state(), antibody.date(), antibody.expectedDate(), "laboratory");
        if (!reading.usable()) {
            return reading;
        }
        if (!isAsked(input, antibody)) {
            return reading.shortOf(Shortfall.ASSAY_NOT_STATED);
        }
        if (antibody.titre() != null) {
            var operator = Objects.requireNonNullElse(antibody.operator(), Comparison.EQUAL);
            var titre = plain(antibody.titre());
            return reading.with(titre, operator, null, Range.of(operator, titre));
        }
        return antibody.state() == FactState.ABSENT
                ? reading.with(null, null, null, Range.of(Comparison.EQUAL, BigDecimal.ZERO))
                : reading.with(antibody.result(), null, null, null).shortOf(Shortfall.TITRE_NOT_STATED);
    }

    public static Reading ofSex(Question question) {
        var sex = question.dossier().sex();
        if (sex == null) {
            return Reading.notStated(Input.SEX);
        }
        var reading = Reading.stated(Input.SEX, FactState.PRESENT, null, null, "clinician")
                .with(sex, null, null, null);
        return DECIDING_SEXES.contains(sex) ? reading : reading.shortOf(Shortfall.UNKNOWN);
    }

    /** A count of an exon that does not decide says nothing. */
    public static Reading ofCopies(Wanted wanted, List<CopyNumber> said) {
        var counting = said.stream().filter(wanted::counts);
        return Settling.constant(
                wanted.input(),
                counting.map(count -> read(wanted.input(), count)).toList());
    }

    private static Reading read(Input input, CopyNumber count) {
        var implied = count.copies() == null ? FactState.UNKNOWN : FactState.PRESENT;
        var state = Objects.requireNonNullElse(count.state(), implied);
        var reading = Reading.stated(input, state, count.date(), count.expectedDate(), "laboratory");
        if (!reading.usable()) {
            return reading;
        }
        if (count.copies() == null) {
            return reading.shortOf(Shortfall.UNKNOWN);
        }
        var operator = Objects.requireNonNullElse(count.operator(), Comparison.EQUAL);
        return reading.with(count.copies(), operator, null, Range.ofCount(operator, count.copies()));
    }
}
