package fr.genereferral.e2e.badinput;

import fr.genereferral.e2e.support.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which of everything that can be wrong a run sends: first what may not be left to chance, then what chance says. */
final class Draws {
    private final List<BadRequests> requests;
    private final Random random;
    private final List<Case> certain = new ArrayList<>();

    Draws(List<BadRequests> requests, Random random) {
        this.requests = requests;
        this.random = random;
        requests.forEach(one -> certain.addAll(one.domain()));
        addFormal();
    }

    /** One of each kind, of whatever operation; a long run has room for all the others too. */
    private void addFormal() {
        var formal = new ArrayList<Case>();
        requests.forEach(one -> formal.addAll(one.formal()));
        Collections.shuffle(formal, random);
        var kinds = new HashSet<String>();
        var others = new ArrayList<Case>();
        formal.forEach(one -> (kinds.add(one.kind()) ? certain : others).add(one));
        if (Scale.isLong()) {
            certain.addAll(others);
        }
    }

    /** How many are sent whatever chance says. */
    int certain() {
        return certain.size();
    }

    List<Case> of(int count) {
        var wheel = new ArrayList<BadRequests>();
        requests.forEach(one -> wheel.addAll(Collections.nCopies(one.weight(), one)));
        var drawn = new ArrayList<>(certain.subList(0, Math.min(count, certain.size())));
        while (drawn.size() < count) {
            drawn.add(wheel.get(random.nextInt(wheel.size())).drawn(random));
        }
        return drawn;
    }

    /** What can be wrong at all, in the order of the alphabet. */
    Set<String> kinds() {
        return requests.stream()
                .flatMap(BadRequests::all)
                .map(Case::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
