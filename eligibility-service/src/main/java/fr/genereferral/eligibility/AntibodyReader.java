package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.util.List;

/** Reads an antibody titre; one counts only for the serotype and the assay kinds that the rule names. */
final class AntibodyReader {
    private AntibodyReader() {}

    static Reading read(Input input, List<Dossier.Antibody> antibodies) {
        var ofSerotype = antibodies.stream()
                .filter(a -> a.serotype().equals(input.code()))
                .toList();
        var ofKind = ofSerotype.stream()
                .filter(a -> isOfKind(input, a) || !a.state().isFound())
                .toList();
        return new Statements<>(ofKind.isEmpty() ? ofSerotype : ofKind, a -> titre(input, a)).latest(input);
    }

    private static boolean isOfKind(Input input, Dossier.Antibody antibody) {
        return antibody.kind() != null && input.assays().contains(antibody.kind());
    }

    private static Reading titre(Input input, Dossier.Antibody antibody) {
        var reading = Reading.stated(input, antibody.state(), antibody.date(), antibody.expectedDate(), "laboratory");
        if (!reading.isUsable()) {
            return reading;
        }
        if (!isOfKind(input, antibody)) {
            return reading.shortOf(Shortfall.ASSAY_NOT_STATED);
        }
        if (antibody.titre() != null) {
            var operator = antibody.operator() == null ? Comparison.EQUAL : antibody.operator();
            var titre = FactReader.plain(antibody.titre());
            return reading.withValue(titre, operator, null, Interval.of(operator, titre));
        }
        if (antibody.state() == FactState.ABSENT) {
            // Looked for and not there: no titre at all, so below every limit.
            return reading.withValue(null, null, null, Interval.of(Comparison.EQUAL, BigDecimal.ZERO));
        }
        // "Negative" alone is below a cut-off that nobody stated.
        return reading.withValue(antibody.result(), null, null, null).shortOf(Shortfall.TITRE_NOT_STATED);
    }
}
