package fr.genereferral.bench.rules.agreement;

import fr.genereferral.bench.rules.drools.Node;
import fr.genereferral.bench.rules.drools.Ruling;
import fr.genereferral.eligibility.Explanation;
import fr.genereferral.eligibility.Judgement;
import fr.genereferral.eligibility.Reading;

/** What Drools answered, field by field in the engine's own records; nothing is added, and nothing put right. */
final class InOurWords {
    private InOurWords() {}

    static Judgement judgement(Ruling ruling) {
        return new Judgement(ruling.verdict(), ruling.failing(), ruling.deferring(), ruling.missing());
    }

    static Explanation explanation(Node node) {
        var parts = node.parts().stream().map(InOurWords::explanation).toList();
        var reading = node.reading() == null ? null : reading(node.reading());
        return new Explanation(node.kind(), node.truth(), parts, reading, node.demand(), node.details());
    }

    /** Without the interval: each engine has its own, and what it decides is compared. */
    private static Reading reading(fr.genereferral.bench.rules.drools.Reading said) {
        return new Reading(
                said.input(),
                said.state(),
                said.shortfall(),
                said.value(),
                said.operator(),
                said.unit(),
                null,
                said.date(),
                said.expected(),
                said.staleAfter(),
                said.source(),
                said.contradicting().stream().map(InOurWords::reading).toList());
    }
}
