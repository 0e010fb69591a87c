package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.util.List;

/** Reads an antibody titre; one counts only for the serotype and the assay kinds that the rule names. */
final class AntibodyReader {
    private AntibodyReader() {}

    static Reading read(Input input, List<Dossier.Antibody> antibodies) {
        var ofSerotype = Few.where(antibodies, antibody -> antibody.serotype().equals(input.code()));
        var ofKind = Few.where(
                ofSerotype,
                antibody -> isOfKind(input, antibody) || !antibody.state().isFound());
        return new Statements<>(ofKind.isEmpty() ? ofSerotype : ofKind, a -> result(input, a)).latest(input);
    }

    private static boolean isOfKind(Input input, Dossier.Antibody antibody) {
        var generations = input.generations();
        return antibody.kind() != null
                && input.assays().contains(antibody.kind())
                && (generations.isEmpty()
                        || antibody.assayGeneration() != null && generations.contains(antibody.assayGeneration()));
    }

    private static Reading result(Input input, Dossier.Antibody antibody) {
        var reading = Reading.stated(input, antibody.state(), antibody.date(), antibody.expectedDate(), "laboratory");
        if (!reading.isUsable()) {
            return reading;
        }
        if (!isOfKind(input, antibody)) {
            return reading.shortOf(Shortfall.ASSAY_NOT_STATED);
        }
        return input.kind() == Input.Kind.DETECTION ? detection(reading, antibody) : titre(reading, antibody);
    }

    private static Reading titre(Reading reading, Dossier.Antibody antibody) {
        if (antibody.titre() != null) {
            return withTitre(reading, antibody);
        }
        if (antibody.state() == FactState.ABSENT) {
            // Looked for and not there: no titre at all, so below every limit.
            return reading.withValue(null, null, null, Interval.of(Comparison.EQUAL, BigDecimal.ZERO));
        }
        // "Negative" alone is below a cut-off that nobody stated.
        return reading.withValue(antibody.result(), null, null, null).shortOf(Shortfall.TITRE_NOT_STATED);
    }

    private static Reading withTitre(Reading reading, Dossier.Antibody antibody) {
        var operator = antibody.operator() == null ? Comparison.EQUAL : antibody.operator();
        var titre = FactReader.plain(antibody.titre());
        return reading.withValue(titre, operator, null, Interval.of(operator, titre));
    }

    /** The laboratory's own reading at its cut-off wins over the number; a titre below something was not detected. */
    private static Reading detection(Reading reading, Dossier.Antibody antibody) {
        var shown = antibody.titre() == null ? reading : withTitre(reading, antibody);
        if (antibody.state() == FactState.ABSENT || "negative".equals(antibody.result())) {
            return shown.inState(FactState.ABSENT);
        }
        if ("positive".equals(antibody.result())) {
            return shown.inState(FactState.PRESENT);
        }
        if (antibody.titre() == null) {
            return shown.shortOf(Shortfall.TITRE_NOT_STATED);
        }
        return switch (shown.operator()) {
            case LESS -> shown.inState(FactState.ABSENT);
            case AT_MOST -> shown.shortOf(Shortfall.BOUND_UNDECIDED);
            case EQUAL, AT_LEAST, MORE -> shown.inState(FactState.PRESENT);
        };
    }
}
