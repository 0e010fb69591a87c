package fr.genereferral.eligibility;

import java.util.List;
import java.util.Objects;

/** Reads how many copies of a gene were counted, as an interval: laboratories report "4 or more". */
final class CopyNumberReader {
    private CopyNumberReader() {}

    static Reading read(Input input, List<Dossier.CopyNumber> stated, Gene gene) {
        var ofGene = Few.where(stated, count -> count.gene().equals(input.code()));
        var ofExon = Few.where(ofGene, count -> count.exon() == null || gene == null || gene.countsExon(count.exon()));
        return new Statements<>(ofExon, c -> count(input, c)).constant(input);
    }

    private static Reading count(Input input, Dossier.CopyNumber stated) {
        var state = Objects.requireNonNullElse(
                stated.state(), stated.copies() == null ? FactState.UNKNOWN : FactState.PRESENT);
        var reading = Reading.stated(input, state, stated.date(), stated.expectedDate(), "laboratory");
        if (!reading.isUsable()) {
            return reading;
        }
        if (stated.copies() == null) {
            return reading.shortOf(Shortfall.UNKNOWN);
        }
        var operator = stated.operator() == null ? Comparison.EQUAL : stated.operator();
        return reading.withValue(stated.copies(), operator, null, Interval.ofCount(operator, stated.copies()));
    }
}
