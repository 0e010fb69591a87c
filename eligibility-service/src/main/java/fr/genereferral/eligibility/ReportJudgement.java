package fr.genereferral.eligibility;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
        var complete = Few.where(findings.reports(), Dossier.Report::isComplete);
        var parts = Few.each(Few.inOrder(findings.reports(), Comparator.comparing(Record::toString)), this::reportOf);
        var truth = Truth.trueIf(!complete.isEmpty() && holdAllThatAreCited(complete));
        return new Explanation(
                "reports", truth, parts, truth == Truth.UNKNOWN ? asked() : null, null, Map.of("gene", gene.symbol()));
    }

    private boolean holdAllThatAreCited(List<Dossier.Report> reports) {
        for (var id : cited) {
            if (!Few.any(reports, report -> id.equals(report.id()))) {
                return false;
            }
        }
        return true;
    }

    private Reading asked() {
        return Reading.notStated(Input.report(gene.hgnc())).shortOf(Shortfall.REPORT_INCOMPLETE);
    }

    /** Raised only where a report says that there was none; most say nothing of it. */
    Explanation secondSample() {
        var said = Few.where(
                findings.reports(),
                report -> report.secondSample() != null && (cited.isEmpty() || cited.contains(report.id())));
        var missing = Few.any(said, report -> !report.secondSample());
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
