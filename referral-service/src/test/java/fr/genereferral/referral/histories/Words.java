package fr.genereferral.referral.histories;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.dossier.Fact;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said of each referral, by whom and when, reckoned up beside what joins dossiers and parts them again: each knows what was
 * said of it, and what others brought that live on in it.
 */
final class Words {
    private final InMemoryReferrals kept;
    private final Map<UUID, Book> books = new HashMap<>();

    Words(InMemoryReferrals kept) {
        this.kept = kept;
    }

    /** Without local names: they are not the same in two dossiers. */
    private record Word(String organisation, FactKind kind, ObjectNode content, Instant at) {
        static Word of(Statement said) {
            return new Word(said.organisation(), said.kind(), unnamed(said), said.at());
        }

        private static ObjectNode unnamed(Statement said) {
            return said.content().deepCopy().remove(List.of("id", "report"));
        }

        boolean saysTheSame(Word other) {
            return organisation.equals(other.organisation) && kind == other.kind && content.equals(other.content);
        }
    }

    /** @param version of the dossier that came of it */
    private record Spoken(Word word, int version) {}

    private static final class Book {
        private final List<Spoken> own = new ArrayList<>();
        private final Map<UUID, List<Word>> brought = new HashMap<>();
        private int entries;
        private boolean unread = true;
    }

    /** Whatever is new in its dossier its hospital has said, or one that follows the child there. */
    void read(Referral referral) {
        var history = kept.history(referral.id());
        var book = books.computeIfAbsent(referral.id(), none -> begun(history));
        var all = history.entries();
        if (all.size() > book.entries) {
            all.subList(book.entries, all.size()).stream()
                    .filter(entry -> !entry.isSettlement() && entry.merge() == null)
                    .map(entry -> new Spoken(Word.of(Statement.of(entry)), entry.dossierVersion()))
                    .forEach(book.own::add);
            book.entries = all.size();
            book.unread = true;
        }
        if (book.unread) {
            compare(referral, history, book);
            book.unread = false;
        }
    }

    private static Book begun(DossierHistory history) {
        var book = new Book();
        statements(with(history, List.of())).map(Word::of).forEach(word -> book.own.add(new Spoken(word, 1)));
        return book;
    }

    private static DossierHistory with(DossierHistory history, List<FactEntry> entries) {
        return new DossierHistory(history.first(), history.organisation(), history.sentAt(), entries);
    }

    private static Stream<Statement> statements(DossierHistory history) {
        return FactHistory.of(history).facts().stream().flatMap(fact -> fact.statements().stream());
    }

    /** What no clinician had set aside, each word once. */
    private static List<Word> believed(DossierHistory history) {
        var words = new ArrayList<Word>();
        FactHistory.of(history).facts().stream()
                .flatMap(fact ->
                        fact.statements().stream().filter(said -> fact.standing(said) != Fact.Standing.SET_ASIDE))
                .map(Word::of)
                .forEach(word -> addNew(word, words));
        return words;
    }

    private static boolean addNew(Word word, List<Word> words) {
        return words.stream().noneMatch(word::saysTheSame) && words.add(word);
    }

    /** One has ended in another one: what is believed there comes here. */
    void joined(Merge merge) {
        var survivor = books.get(merge.survivor());
        survivor.brought.put(merge.id(), believed(kept.history(merge.superseded())));
        pass(merge.survivor());
    }

    /** They are two again: each has what was said of it, and what the other hospital has said here since goes with its own. */
    void parted(Merge merge) {
        var survivor = books.get(merge.survivor());
        var superseded = books.get(merge.superseded());
        var since = survivor.own.stream()
                .filter(spoken -> isOfTheOther(spoken, merge))
                .toList();
        var history = kept.history(merge.superseded());
        var known = believed(with(history, history.entries().subList(0, superseded.entries)));
        since.stream().filter(spoken -> addNew(spoken.word(), known)).forEach(superseded.own::add);
        if (merge.undoneVersion() != null) {
            survivor.own.removeAll(since);
            survivor.brought.remove(merge.id());
        }
        pass(merge.survivor());
        pass(merge.superseded());
    }

    private boolean isOfTheOther(Spoken spoken, Merge merge) {
        return merge.hospital().equals(spoken.word().organisation())
                && !merge.hospital().equals(kept.history(merge.survivor()).organisation())
                && spoken.version() > merge.mergedVersion();
    }

    /** What has come into its dossier by this is reckoned up already. */
    private void pass(UUID id) {
        var book = books.get(id);
        book.entries = kept.history(id).entries().size();
        book.unread = true;
    }

    private void compare(Referral referral, DossierHistory history, Book book) {
        var said = counted(statements(history).map(Word::of).toList());
        var expected = counted(Stream.concat(
                        book.own.stream().map(Spoken::word),
                        book.brought.values().stream().flatMap(Collection::stream))
                .toList());
        Broken.unless(
                said.equals(expected), Law.FACTS_KEPT, () -> referral.id() + " says " + said + ", and not " + expected);
        Broken.unless(
                history.entries().isEmpty()
                        || kept.dossier(referral.id())
                                .equals(FactHistory.of(history).dossier().toString()),
                Law.FACTS_KEPT,
                () -> kept.dossier(referral.id()) + ", and not "
                        + FactHistory.of(history).dossier());
    }

    private static Map<Word, Long> counted(List<Word> words) {
        return words.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
