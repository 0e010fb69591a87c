package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Criterion.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a patient stands with a therapy: the verdicts for France and for Europe, each with its ids, and no reasons. */
record Standing(Judgement fr, Optional<Judgement> amm) {

    boolean saysTheSameAs(Standing other) {
        var sameAmm = amm.isEmpty() || other.amm.isEmpty() || amm.get().saysTheSameAs(other.amm.get());
        return fr.saysTheSameAs(other.fr) && sameAmm;
    }

    /** Gathers what criteria do to the two verdicts, one after the other in the order of the pack. */
    static final class Gathering {
        private final Ids fr = new Ids();
        private final Ids amm = new Ids();

        private static final class Ids {
            private final List<String> failing = new ArrayList<>();
            private final List<String> deferring = new ArrayList<>();
            private final List<String> missing = new ArrayList<>();
            private Verdict verdict = Verdict.ELIGIBLE;

            void add(String id, Effect effect) {
                verdict = verdict.with(effect);
                switch (effect) {
                    case FAILS -> failing.add(id);
                    case DEFERS -> deferring.add(id);
                    case MISSING -> missing.add(id);
                    case SATISFIED, WARNS, NONE -> {}
                }
            }

            Judgement judgement() {
                return new Judgement(verdict, copy(failing), copy(deferring), copy(missing));
            }

            private static List<String> copy(List<String> ids) {
                return ids.isEmpty() ? List.of() : List.copyOf(ids);
            }
        }

        void add(Criterion criterion, Effect effect) {
            if (criterion.countsForFrance()) {
                fr.add(criterion.id(), effect);
            }
            if (criterion.countsForEurope()) {
                amm.add(criterion.id(), effect);
            }
        }

        Standing under(RulePack pack, RulePack.Access access) {
            return new Standing(
                    access.open() ? fr.judgement() : Judgement.without(Verdict.UNAVAILABLE),
                    Optional.of(amm.judgement()).filter(a -> pack.authorised()));
        }
    }
}
