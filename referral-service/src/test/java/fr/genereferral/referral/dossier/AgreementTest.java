package fr.genereferral.referral.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.ReferralFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each case reads as eligibility-service reads it: see Statements, and the order of FactState, there. */
class AgreementTest {

    /** A result that is awaited, the soonest, says more than that a test was not done, whatever came last. */
    @Test
    void letsTheMostTellingHoldOfWhatNobodyFound() {
        assertEquals(
                List.of(3),
                holding(
                        FactKind.ANTIBODY,
                        "{'state': 'unknown'}",
                        "{'state': 'pending', 'expectedDate': '2026-12-09'}",
                        "{'state': 'pending'}",
                        "{'state': 'pending', 'expectedDate': '2026-12-01'}",
                        "{'state': 'withheld'}",
                        "{'state': 'not-done'}"));
    }

    @Test
    void prefersTheLaterDayOfTwoTestsThatWereNotDone() {
        assertEquals(
                List.of(0),
                holding(
                        FactKind.FACT,
                        "{'state': 'not-done', 'date': '2026-11-21'}",
                        "{'state': 'not-done', 'date': '2026-11-20'}",
                        "{'state': 'not-done'}"));
    }

    @Test
    void takesTheLastOfThoseThatSayTheSame() {
        assertEquals(List.of(1), holding(FactKind.FACT, "{'state': 'not-done'}", "{'state': 'not-done'}"));
    }

    @Test
    void takesWhatIsAbsentForFound() {
        assertEquals(
                List.of(0),
                holding(
                        FactKind.FACT,
                        "{'state': 'absent', 'date': '2026-11-20'}",
                        "{'state': 'pending', 'expectedDate': '2026-12-01'}"));
    }

    @Test
    void takesACountForFoundWhetherOrNotItIsSaidToBeThere() {
        assertEquals(
                List.of(1),
                holding(
                        FactKind.COPY_NUMBER,
                        "{'copies': 3, 'date': '2024-03-01'}",
                        "{'copies': 3, 'state': 'present', 'date': '2026-11-20'}",
                        "{'state': 'not-done'}"));
    }

    @Test
    void doesNotLetACountEndADoubtThatItsLaboratoryHas() {
        assertEquals(
                List.of(0, 1),
                holding(
                        FactKind.COPY_NUMBER,
                        "{'copies': 2, 'operator': '>', 'state': 'conflicting'}",
                        "{'copies': 3, 'state': 'present'}"));
    }

    @Test
    void isNothingOfNothing() {
        assertEquals(List.of(), holding(FactKind.FACT));
    }

    /** @return places of the statements that hold */
    private static List<Integer> holding(FactKind kind, String... contents) {
        var all = IntStream.range(0, contents.length)
                .mapToObj(n -> new Statement(n, kind, json(contents[n]), 1, ReferralFixtures.NOW, "2B0000012"))
                .toList();
        return Agreement.holding(all).stream().map(Statement::number).toList();
    }

    private static ObjectNode json(String content) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(content.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
