package fr.genereferral.bench.rules.agreement;

import fr.genereferral.bench.rules.drools.Answer;
import fr.genereferral.bench.rules.drools.Node;
import fr.genereferral.bench.rules.drools.Reading;
import fr.genereferral.bench.rules.drools.Ruling;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What Drools answered, as items. */
final class DroolsTakenApart {
    private final Items items = new Items();

    private DroolsTakenApart() {}

    static Map<String, String> of(List<Answer> answers) {
        var taken = new DroolsTakenApart();
        for (var answer : answers) {
            taken.put(answer.therapy() + " fr", answer.fr());
            taken.put(answer.therapy() + " amm", answer.amm());
            for (var judged : answer.judged()) {
                var place = answer.therapy() + " " + judged.id();
                taken.items.put(place, judged.effect());
                taken.put(place + " /", judged.node());
            }
        }
        return taken.items.byPlace();
    }

    private void put(String place, Ruling ruling) {
        items.put(
                place,
                ruling.verdict(),
                new TreeSet<>(ruling.failing()),
                new TreeSet<>(ruling.deferring()),
                new TreeSet<>(ruling.missing()));
    }

    private void put(String place, Node node) {
        items.put(place, node.kind(), node.truth(), node.demand(), node.details());
        if (node.reading() != null) {
            put(place + " reads", node.reading());
        }
        for (var part = 0; part < node.parts().size(); part++) {
            put(place + part + "/", node.parts().get(part));
        }
    }

    private void put(String place, Reading reading) {
        items.put(
                place,
                reading.input().kind(),
                reading.input().code(),
                new TreeSet<>(reading.input().assays()),
                new TreeSet<>(reading.input().generations()),
                reading.state(),
                reading.shortfall(),
                reading.operator(),
                reading.value(),
                reading.unit(),
                reading.date(),
                reading.expected(),
                reading.staleAfter(),
                reading.source());
        List<Reading> others = reading.contradicting();
        for (var other = 0; other < others.size(); other++) {
            put(place + " against " + other, others.get(other));
        }
    }
}
