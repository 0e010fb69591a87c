package fr.genereferral.eligibility.catalogue;

import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Criterion;
import fr.genereferral.eligibility.GeneticRules;
import fr.genereferral.eligibility.RulePack;
import fr.genereferral.eligibility.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A therapy with all that it demands, in the version in force: general genetic rules first, then its own rows. */
record CriteriaRepresentation(
        TherapyRepresentation therapy, int version, LocalDate asOf, List<Bilingual> notices, List<Row> criteria) {

    /**
     * One criterion.
     *
     * @param layers the authorities that demand it; empty for a warning
     * @param judged whether the rules answer it; other rows are only shown
     * @param reportedAs the general rules under whose ids a restating row is reported
     * @param pendingAllowed codes of inputs that may still be expected while a referral goes on
     */
    record Row(
            String id,
            List<String> layers,
            String kind,
            Bilingual text,
            Source source,
            boolean judged,
            List<String> reportedAs,
            List<String> pendingAllowed) {
        static Row general(Criterion rule) {
            return of(rule, true);
        }

        static Row own(Criterion criterion) {
            return of(
                    criterion,
                    criterion.expression() != null || !criterion.reportedAs().isEmpty());
        }

        private static Row of(Criterion criterion, boolean judged) {
            return new Row(
                    criterion.id(),
                    criterion.layers().stream().map(Enum::name).sorted().toList(),
                    criterion.kind().name(),
                    criterion.text(),
                    criterion.source(),
                    judged,
                    criterion.reportedAs(),
                    criterion.pendingAllowed());
        }
    }

    static CriteriaRepresentation from(RulePack pack, GeneticRules genetics, LocalDate day) {
        var general = genetics.rules().values().stream().map(Row::general);
        var own = pack.criteria().stream().filter(c -> c.isInForce(day)).map(Row::own);
        return new CriteriaRepresentation(
                TherapyRepresentation.from(pack, day),
                pack.version(),
                day,
                pack.notices(),
                Stream.concat(general, own).toList());
    }
}
