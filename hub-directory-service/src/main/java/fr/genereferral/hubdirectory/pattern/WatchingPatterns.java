package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers;
import fr.genereferral.hubdirectory.AnsweredOffers.Counted;
import fr.genereferral.hubdirectory.AnsweredOffers.Question;
import fr.genereferral.hubdirectory.PatternParameters;
import fr.genereferral.hubdirectory.pattern.Comparison.Verdict;
import fr.genereferral.hubdirectory.pattern.PatternsRepresentation.Note;
import fr.genereferral.hubdirectory.pattern.PatternsRepresentation.Parameters;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Counts what hubs have answered over a period, compares far children with near ones, and tells what may be told. */
@ApplicationScoped
class WatchingPatterns {
    private static final double HUNDRED = 100;

    private final AnsweredOffers offers;
    private final Texts texts;

    WatchingPatterns(AnsweredOffers offers, Texts texts) {
        this.offers = offers;
        this.texts = texts;
    }

    Uni<PatternsRepresentation> watch(Question question) {
        // Thousands of small sums: not on the thread that answers everybody else.
        return offers.count(question)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(counted -> told(question, counted));
    }

    private PatternsRepresentation told(Question question, Counted counted) {
        var items = HubTherapy.all(counted);
        var comparisons =
                items.stream().flatMap(item -> item.comparisons().stream()).toList();
        var compared = comparisons.stream().filter(Comparison::isMade).count();
        var alerts = comparisons.stream()
                .filter(comparison -> comparison.verdict() == Verdict.ALERT)
                .count();
        return new PatternsRepresentation(
                question.from().toString(),
                question.to().toString(),
                parameters(counted.parameters()),
                Math.toIntExact(alerts),
                Math.toIntExact(compared),
                byChance(compared, counted.parameters()),
                notes(items, compared),
                items.stream().map(item -> item.told(texts)).toList());
    }

    /** An interval lies above no difference, where there is none, as often as its upper tail says. */
    private static double byChance(long compared, PatternParameters parameters) {
        return Math.round(compared * (1 - parameters.confidence()) / 2 * HUNDRED) / HUNDRED;
    }

    private List<Note> notes(List<HubTherapy> items, long compared) {
        var notes = new ArrayList<Texts.Note>();
        if (items.isEmpty()) {
            notes.add(Texts.Note.NOTHING);
        }
        if (items.stream().anyMatch(HubTherapy::isSuppressed)) {
            notes.add(Texts.Note.SUPPRESSED);
        }
        if (compared > 0) {
            notes.add(Texts.Note.NO_CAUSE);
        }
        if (compared > 1) {
            notes.add(Texts.Note.MANY_LOOKS);
        }
        return notes.stream().map(code -> new Note(code, texts.of(code))).toList();
    }

    private static Parameters parameters(PatternParameters kept) {
        return new Parameters(
                kept.validFrom(),
                kept.nearUnderMinutes(),
                kept.farFromMinutes(),
                kept.smallestCell(),
                kept.confidence(),
                kept.source());
    }
}
