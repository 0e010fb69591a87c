package fr.genereferral.referral.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.web.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuditActionsTest {
    private static final Path SOURCES = Path.of("src/main/java/fr/genereferral/referral");
    private static final Pattern ACTION =
            Pattern.compile("(?:user\\.access|\\.doing)\\(\"([A-Z_]+)\"|Rights\\.platform\\(\\), \"([A-Z_]+)\"");
    /** The list of a hospital names nobody without LIST_IDENTITY. */
    private static final Set<String> NOT_AUDITED = Set.of("LIST");

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

    private static Set<String> written() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var found = files.filter(file -> file.toString().endsWith(".java"))
                    .map(AuditActionsTest::text)
                    .flatMap(text -> ACTION.matcher(text).results())
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            found.removeAll(NOT_AUDITED);
            return found;
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
