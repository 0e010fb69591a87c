package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is known of a patient, clinically and genetically, without identity; lists are never null. */
public record Dossier(
        Disease disease,
        LocalDate birthDate,
        String sex,
        List<StatedFact> facts,
        Genetics genetics,
        List<Antibody> antibodies) {

    public Dossier {
        facts = orEmpty(facts);
        antibodies = orEmpty(antibodies);
        genetics = genetics == null ? new Genetics(null, null, null, null, null) : genetics;
    }

    /** What was known on a day: a statement dated later did not count yet. */
    Dossier asOf(LocalDate day) {
        return new Dossier(
                disease.asOf(day),
                birthDate,
                sex,
                until(day, facts, StatedFact::date),
                genetics.asOf(day),
                until(day, antibodies, Antibody::date));
    }

    private static <T> List<T> until(LocalDate day, List<T> statements, Function<T, LocalDate> date) {
        Predicate<T> isLater = statement ->
                date.apply(statement) != null && date.apply(statement).isAfter(day);
        return Few.any(statements, isLater) ? Few.where(statements, isLater.negate()) : statements;
    }

    private static <T> List<T> each(List<T> things, UnaryOperator<T> change) {
        var changed = new ArrayList<>(things);
        changed.replaceAll(change);
        return changed.equals(things) ? things : changed;
    }

    @Override
    public String toString() {
        return "Dossier[" + disease.orpha() + "]";
    }

    public record Disease(String orpha, LocalDate diagnosedOn) {
        /** What was diagnosed later was referred all the same, but nobody knew the day. */
        Disease asOf(LocalDate day) {
            return diagnosedOn == null || !diagnosedOn.isAfter(day) ? this : new Disease(orpha, null);
        }
    }

    public record StatedFact(
            String code,
            FactState state,
            Object value,
            String unit,
            Comparison operator,
            LocalDate date,
            LocalDate expectedDate,
            String source,
            String method) {
        StatedFact datedOr(LocalDate day) {
            return date != null
                    ? this
                    : new StatedFact(code, state, value, unit, operator, day, expectedDate, source, method);
        }
    }

    public record Antibody(
            String serotype,
            String kind,
            FactState state,
            Comparison operator,
            BigDecimal titre,
            String result,
            String assayGeneration,
            LocalDate date,
            LocalDate expectedDate) {
        Antibody datedOr(LocalDate day) {
            return date != null
                    ? this
                    : new Antibody(serotype, kind, state, operator, titre, result, assayGeneration, day, expectedDate);
        }
    }

    public record Genetics(
            List<Report> reports,
            Analysis analysis,
            List<Variant> variants,
            List<Phase> phases,
            List<CopyNumber> copyNumbers) {
        public Genetics {
            reports = orEmpty(reports);
            variants = orEmpty(variants);
            phases = orEmpty(phases);
            copyNumbers = orEmpty(copyNumbers);
        }

        /** A variant that was classified later was there already, but nobody knew of what class. */
        Genetics asOf(LocalDate day) {
            return new Genetics(
                    until(day, reports, Report::signedOn),
                    analysis,
                    each(variants, variant -> variant.asOf(day)),
                    phases,
                    until(day, copyNumbers, CopyNumber::date));
        }

        /** Whether anything was found or counted in a gene. */
        boolean reports(String gene) {
            return Few.any(variants, variant -> variant.gene().equals(gene))
                    || Few.any(
                            copyNumbers,
                            count -> count.isCounted() && count.gene().equals(gene));
        }

        /** Only a part of the gene was looked at; nothing said means all of it. */
        boolean isPartial() {
            return analysis != null && "partial".equals(analysis.scope());
        }
    }

    public record Report(
            String id,
            String laboratory,
            String accreditation,
            Boolean signed,
            LocalDate signedOn,
            Boolean secondSample) {
        boolean isComplete() {
            return Boolean.TRUE.equals(signed) && laboratory != null && accreditation != null && signedOn != null;
        }
    }

    public record Analysis(String method, String scope) {}

    public record Variant(
            String id,
            String gene,
            String hgvs,
            String type,
            Exons exons,
            Zygosity zygosity,
            Integer acmgClass,
            LocalDate classifiedOn,
            String report) {

        Variant asOf(LocalDate day) {
            return classifiedOn == null || !classifiedOn.isAfter(day) ? this : ofClass(null, null);
        }

        Variant ofClass(Integer otherClass, LocalDate on) {
            return new Variant(id, gene, hgvs, type, exons, zygosity, otherClass, on, report);
        }
    }

    public record Exons(int first, int last, String numbering) {}

    public record Phase(List<String> variants, String phase) {}

    public record CopyNumber(
            String gene,
            Integer copies,
            Comparison operator,
            FactState state,
            Integer exon,
            LocalDate date,
            LocalDate expectedDate,
            String report) {
        /** There is a number; one that is only awaited reports nothing of the gene. */
        boolean isCounted() {
            return copies != null;
        }

        CopyNumber datedOr(LocalDate day) {
            return date != null ? this : new CopyNumber(gene, copies, operator, state, exon, day, expectedDate, report);
        }

        /** One that names no report is from that of the count in whose place it stands. */
        CopyNumber fromReportOf(List<CopyNumber> others) {
            var found = others.stream()
                    .filter(other -> other.gene.equals(gene) && other.report != null)
                    .map(CopyNumber::report)
                    .findFirst();
            return report != null || found.isEmpty()
                    ? this
                    : new CopyNumber(gene, copies, operator, state, exon, date, expectedDate, found.get());
        }
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
