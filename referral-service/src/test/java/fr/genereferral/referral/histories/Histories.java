package fr.genereferral.referral.histories;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Histories as they are drawn: most begin with a referral that is sent, and what was said is heard more often than not. */
final class Histories {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 60;

    private Histories() {}

    static Arbitrary<List<Step>> all() {
        var first = Arbitraries.frequency(Tuple.of(9, Kind.SUBMIT), Tuple.of(1, Kind.SAVE_DRAFT));
        return Combinators.combine(step(first), lengthy(step(kinds()))).as(Histories::joined);
    }

    /** As many long ones as short ones: left to itself jqwik prefers short lists, and few children would come to care. */
    private static Arbitrary<List<Step>> lengthy(Arbitrary<Step> steps) {
        return steps.list().ofMinSize(SHORTEST).ofMaxSize(LONGEST).withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Step> step(Arbitrary<? extends Happening> kinds) {
        return Combinators.combine(kinds, Arbitraries.longs().withDistribution(RandomDistribution.uniform()))
                .as(Step::new);
    }

    private static Arbitrary<Happening> kinds() {
        var weighed = new ArrayList<Tuple.Tuple2<Integer, Happening>>();
        for (var kind : Kind.values()) {
            weighed.add(Tuple.of(weight(kind), kind));
        }
        for (var kind : PairKind.values()) {
            weighed.add(Tuple.of(weight(kind), kind));
        }
        return Arbitraries.frequency(weighed);
    }

    /** Others send the child soon, and somebody finds out. */
    private static int weight(PairKind kind) {
        return switch (kind) {
            case SEND_AGAIN, COMPARE, MERGE -> 45;
            case FOLLOWER_ADDS_FACTS, UNDO_MERGE, MERGES_GO_ON -> 25;
            case RULE_OUT_PAIR, RULE_OUT_ALL, READ_LIST, DECIDE_BY_WHAT_WAS_READ -> 6;
            case ERASE_IDENTITY -> 1;
        };
    }

    /** What is said is heard; what ends a history is rare; a hub may be asked several times before. */
    private static int weight(Kind kind) {
        return switch (kind) {
            case RULES_HEAR, JUDGEMENT_ARRIVES, HUBS_HEAR, PLACEMENT_ARRIVES -> 30;
            case HUB_ACCEPTS, HUB_DECLINES, OFFER_EXPIRES, BEGIN_CARE, MEETING -> 25;
            case ADD_FACTS, RULES_JUDGE_AGAIN, HUB_GIVES_BACK, REPORT_OUTCOME, REFUSE_CANCELLATION -> 15;
            case WITHDRAW -> 4;
            case WITHDRAW_CONSENT, ENTERED_IN_ERROR, SUSPECT_DUPLICATE, SAVE_DRAFT, TIME_PASSES -> 2;
            default -> 10;
        };
    }

    private static List<Step> joined(Step first, List<Step> others) {
        var all = new ArrayList<Step>();
        all.add(first);
        all.addAll(others);
        return all;
    }
}
