package fr.genereferral.eligibility;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the reports that the results of one gene come from. */
final class ReportJudgement {
    /** A flag, and no rule that anybody has to meet. */
    static final String SECOND_SAMPLE = "G7.W1";

    private final GeneFindings findings;
    private final Gene gene;
    private final Set<String> cited;

    ReportJudgement(GeneFindings findings) {
        this.findings = findings;
        this.gene = findings.gene();
        this.cited = findings.citedReports();
    }

    /** Every result that counts comes from a complete report; one that names no report may come from any of them. */
    Explanation complete() {
        var complete = findings.reports().stream()
                .filter(Dossier.Report::isComplete)
                .map(Dossier.Report::id)
                .collect(Collectors.toSet());
        var parts = findings.reports().stream()
                .sorted(Comparator.comparing(Dossier.Report::toString))
                .map(this::reportOf)
                .toList();
        var truth = Truth.trueIf(!complete.isEmpty() && complete.containsAll(cited));
        return new Explanation(
                "reports", truth, parts, truth == Truth.UNKNOWN ? asked() : null, null, Map.of("gene", gene.symbol()));
    }

    private Reading asked() {
        return Reading.notStated(Input.report(gene.hgnc())).shortOf(Shortfall.REPORT_INCOMPLETE);
    }

    /** Raised only where a report says that there was none; most say nothing of it. */
    Explanation secondSample() {
        var said = findings.reports().stream()
                .filter(report -> cited.isEmpty() || cited.contains(report.id()))
                .map(Dossier.Report::secondSample)
                .filter(Objects::nonNull)
                .toList();
        var missing = said.contains(Boolean.FALSE);
        var truth = said.isEmpty() ? Truth.UNKNOWN : Truth.of(missing);
        return Explanation.note("second-sample", truth, Map.of("gene", gene.symbol()), List.of());
    }

    private Explanation reportOf(Dossier.Report report) {
        var reading =
                Reading.stated(Input.report(gene.hgnc()), FactState.PRESENT, report.signedOn(), null, "laboratory");
        var details = Map.of("report", Objects.toString(report.id(), "-"));
        return Explanation.note("report", Truth.trueIf(report.isComplete()), reading, details);
    }
}
