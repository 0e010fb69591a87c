package fr.genereferral.bench.rules.agreement;

import fr.genereferral.bench.rules.drools.Answer;
import fr.genereferral.eligibility.Assessment;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Whether both engines say the same of a dossier, everywhere. */
public final class Agreement {
    private Agreement() {}

    /**
     * Every place where they differ, with what each says; empty when they agree. The engine under test also says what
     * Drools is not asked for: what is decisive, and when the answer changes.
     */
    public static List<String> differences(Assessment ours, List<Answer> drools) {
        var here = TakenApart.of(ours);
        var there = TakenApart.of(drools);
        var places = new TreeSet<>(here.keySet());
        places.addAll(there.keySet());
        return places.stream()
                .filter(place -> !Objects.equals(here.get(place), there.get(place)))
                .map(place -> "%s%n  ours:   %s%n  Drools: %s".formatted(place, here.get(place), there.get(place)))
                .toList();
    }

    /** How many items there are to agree on. */
    public static int items(Assessment ours) {
        return TakenApart.of(ours).size();
    }
}
