package fr.genereferral.bench.rules.drools;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** What some packs ask for together, each thing once. */
public final class Asked {
    private Asked() {}

    public static Collection<Object> by(List<Pack> packs) {
        var asked = new LinkedHashSet<Object>();
        for (var pack : packs) {
            asked.addAll(pack.asks());
            asked.add(pack.genetics());
        }
        return asked;
    }
}
