package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Dossier.CopyNumber;
import fr.genereferral.eligibility.Dossier.Report;
import fr.genereferral.eligibility.FactState;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Shortfall;
import fr.genereferral.eligibility.Truth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges and explains the reports that the results of a gene come from. */
public final class ReportNodes {
    private final Genetics genetics;
    private final List<Report> reports;
    private final Set<String> cited = new HashSet<>();

    public ReportNodes(Genetics genetics, List<Report> reports) {
        this.genetics = genetics;
        this.reports = reports;
    }

    public ReportNodes citedBy(List<Call> calls, List<LostExon> lost, List<CopyNumber> counts) {
        calls.stream().filter(Call::counting).map(Call::reports).forEach(cited::addAll);
        add(lost.stream().map(LostExon::report).toList());
        add(counts.stream().map(CopyNumber::report).toList());
        return this;
    }

    private void add(Collection<String> ids) {
        ids.stream().filter(Objects::nonNull).forEach(cited::add);
    }

    public Node complete() {
        var complete =
                reports.stream().filter(ReportNodes::isComplete).map(Report::id).collect(Collectors.toSet());
        var truth = !complete.isEmpty() && complete.containsAll(cited) ? Truth.TRUE : Truth.UNKNOWN;
        var parts = reports.stream()
                .sorted(Comparator.comparing(Report::toString))
                .map(this::node)
                .toList();
        var asked = Reading.notStated(input()).shortOf(Shortfall.REPORT_INCOMPLETE);
        return new Node("reports", truth, parts, truth == Truth.UNKNOWN ? asked : null, null, gene());
    }

    /** Raised only where a report says that there was no second sample. */
    public Node secondSample() {
        var said = reports.stream()
                .filter(report -> cited.isEmpty() || cited.contains(report.id()))
                .map(Report::secondSample)
                .filter(Objects::nonNull)
                .toList();
        var truth = said.isEmpty() ? Truth.UNKNOWN : Truth.of(said.contains(Boolean.FALSE));
        return Node.note("second-sample", truth, null, gene());
    }

    private Node node(Report report) {
        var reading = Reading.stated(input(), FactState.PRESENT, report.signedOn(), null, "laboratory");
        var truth = isComplete(report) ? Truth.TRUE : Truth.UNKNOWN;
        return Node.note("report", truth, reading, Map.of("report", Objects.toString(report.id(), "-")));
    }

    private static boolean isComplete(Report report) {
        return Boolean.TRUE.equals(report.signed())
                && report.laboratory() != null
                && report.accreditation() != null
                && report.signedOn() != null;
    }

    private Input input() {
        return new Input(Input.Kind.REPORT, genetics.hgnc(), Set.of(), Set.of());
    }

    private Map<String, String> gene() {
        return Map.of("gene", genetics.gene().symbol());
    }
}
