package fr.genereferral.bench.rules.drools;

import fr.genereferral.bench.rules.question.Question;
import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.Gene;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The facts that a dossier puts into a session: what was known on the day that is asked about. */
final class KnownOnTheDay {
    private final Question question;
    private final List<Object> facts = new ArrayList<>();

    private KnownOnTheDay(Question question) {
        this.question = question;
    }

    static List<Object> of(Question question, Map<String, Gene> genes) {
        return new KnownOnTheDay(question).gather(genes);
    }

    private List<Object> gather(Map<String, Gene> genes) {
        var dossier = question.dossier();
        var genetics = dossier.genetics();
        facts.add(question);
        question.sought().forEach(therapy -> facts.add(new Sought(therapy)));
        add(dossier.facts(), fact -> fact.date());
        add(dossier.antibodies(), antibody -> antibody.date());
        add(genetics.reports(), report -> report.signedOn());
        add(genetics.copyNumbers(), count -> count.date());
        var variants = genetics.variants().stream().map(this::known).toList();
        facts.addAll(variants);
        facts.addAll(new Names(genes).read(variants, genetics.phases()));
        return facts;
    }

    private <T> void add(List<T> statements, Function<T, LocalDate> date) {
        for (var statement : statements) {
            if (!isLater(date.apply(statement))) {
                facts.add(statement);
            }
        }
    }

    private boolean isLater(LocalDate date) {
        return date != null && date.isAfter(question.on());
    }

    /** It was there before it was classified. */
    private Variant known(Variant v) {
        return isLater(v.classifiedOn())
                ? new Variant(v.id(), v.gene(), v.hgvs(), v.type(), v.exons(), v.zygosity(), null, null, v.report())
                : v;
    }
}
