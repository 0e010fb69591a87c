package fr.genereferral.bench.rules.drools;

import java.util.List;

/** All that Drools says of a dossier under one pack. */
public record Answer(String therapy, Ruling fr, Ruling amm, List<Judged> judged) {
    public static Answer of(String therapy, List<Judged> judged) {
        return new Answer(therapy, Ruling.of(judged, Judged::forFrance), Ruling.of(judged, Judged::forEurope), judged);
    }

    public static Answer notApplicable(Judged why) {
        return new Answer(why.therapy(), Ruling.NOT_APPLICABLE, Ruling.NOT_APPLICABLE, List.of(why));
    }
}
