package fr.genereferral.referral.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.search.SearchedBy;
import fr.genereferral.referral.web.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuditActionsTest {
    private static final Path SOURCES = Path.of("src/main/java/fr/genereferral/referral");
    private static final Pattern ACTION =
            Pattern.compile("(?:user\\.access|\\.doing)\\(\"([A-Z_]+)\"|Rights\\.platform\\(\\), \"([A-Z_]+)\"");
    /** A word that does not stand where it is written: what it can be has to be said in {@link #COMPUTED}. */
    private static final Pattern NO_WORD =
            Pattern.compile("(?:user\\.access|\\.doing)\\((?!\\s*\"[A-Z_]+\"\\))[^;]{0,60}");

    private static final Map<String, List<String>> COMPUTED = Map.of(
            ".doing(sought.by().name())",
            Arrays.stream(SearchedBy.values()).map(Enum::name).toList());
    /** The list of a hospital names nobody without LIST_IDENTITY; a search says by what it was. */
    private static final Set<String> NOT_AUDITED = Set.of("LIST", "SEARCH");

    private static final Set<String> OF_A_SECOND_REFERRAL = Set.of(
            "COMPARE_IDENTITY",
            "SUSPECT_DUPLICATE",
            "DECIDE_DUPLICATE",
            "LIST_DUPLICATES",
            "MERGE_DUPLICATE",
            "UNDO_MERGE");

    private final AuditActions actions = new AuditActions();

    /** Somebody has to say whether a hospital may be shown a new one: until then it is not. */
    @Test
    void meanWhateverTheServiceWritesIntoItsAudit() throws IOException {
        var written = written();

        assertTrue(written.size() > 30, written::toString);
        assertEquals(written, new TreeSet<>(actions.all()), "say in audit-actions.csv what it means");
    }

    /** Else one could be written that is not in the file, and no hospital would ever be shown it. */
    @Test
    void areSaidWhereTheyAreWrittenOrListedHere() throws IOException {
        var unsaid = found(NO_WORD, match -> match.group()).stream()
                .filter(code -> COMPUTED.keySet().stream().noneMatch(code::startsWith))
                .toList();

        assertEquals(List.of(), unsaid, "say which words it can be");
    }

    private static Set<String> written() throws IOException {
        var found = found(ACTION, match -> match.group(1) == null ? match.group(2) : match.group(1));
        found.removeAll(NOT_AUDITED);
        for (var computed : COMPUTED.entrySet()) {
            assertEquals(
                    1,
                    found(Pattern.compile(Pattern.quote(computed.getKey())), MatchResult::group)
                            .size());
            found.addAll(computed.getValue());
        }
        return found;
    }

    private static Set<String> found(Pattern what, Function<MatchResult, String> read) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AuditActionsTest::text)
                    .flatMap(text -> what.matcher(text).results())
                    .map(read)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void haveWordsInBothLanguages() {
        for (var action : actions.all()) {
            var key = "audited." + action;
            assertFalse(Texts.in("fr").of(key, "").isEmpty(), key);
            assertFalse(Texts.in("en").of(key, "").isEmpty(), key);
        }
    }

    @Test
    void tellAHospitalNothingOfASecondReferral() {
        var shown = actions.shownTo(as(Rights.of("350007084"))).orElseThrow();
        var hidden = new TreeSet<>(actions.all());
        hidden.removeAll(shown);

        assertEquals(new TreeSet<>(OF_A_SECOND_REFERRAL), hidden);
        assertEquals(Optional.empty(), actions.shownTo(as(Rights.national())));
    }

    private static Access as(Rights rights) {
        return new Access(new Actor("somebody", rights.setting(), "any"), rights, "READ_AUDIT", null);
    }
}
