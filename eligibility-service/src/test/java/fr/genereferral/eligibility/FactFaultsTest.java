package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.eligibility.FactDictionary.Fault;
import fr.genereferral.eligibility.FactDictionary.Stated;
import fr.genereferral.eligibility.FactDictionary.Violation;
import fr.genereferral.eligibility.json.KnowledgeReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dossier may get wrong about days, operators and codes, and how it is told. */
class FactFaultsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String DAY = "vision-loss-onset";
    private static final String CODED = "sma-clinical-type";
    private final FactDictionary dictionary = KnowledgeReader.dictionary();

    @Test
    void aDayThatHasNotComeHasNotHappened() {
        assertEquals(List.of(), check(present(DAY, "2026-11-23", null)));
        assertEquals(
                List.of(violation("/value", Fault.DATE_IN_FUTURE, "2026-11-23")),
                check(present(DAY, "2026-11-24", null)));
    }

    @Test
    void aDayIsWrittenYearFirst() {
        assertEquals(
                List.of(violation("/value", Fault.VALUE_NOT_ALLOWED, "YYYY-MM-DD")),
                check(present(DAY, "23/11/2026", null)));
        assertEquals(
                List.of(violation("/value", Fault.VALUE_NOT_ALLOWED, "YYYY-MM-DD")),
                check(present(DAY, "2026-02-30", null)));
    }

    @Test
    void aDayAndACodeHaveNoBounds() {
        var expected = List.of(violation("/operator", Fault.OPERATOR_NOT_EXPECTED, "="));

        assertEquals(expected, check(present(DAY, "2026-11-20", "<")));
        assertEquals(expected, check(present(CODED, "1", ">=")));
        assertEquals(List.of(), check(present(DAY, "2026-11-20", "=")));
        assertEquals(List.of(), check(present(CODED, "1", "=")));
    }

    @Test
    void everyFaultOfADossierIsTold() {
        var facts = List.of(present(CODED, "1", null), present(DAY, "tomorrow", "<"), present("weigth", 5, null));

        assertEquals(
                List.of("/facts/1/value", "/facts/1/operator", "/facts/2/code"),
                dictionary.check(facts, "/facts", TODAY).stream()
                        .map(Violation::pointer)
                        .toList());
    }

    @Test
    void aStatementIsDatedTodayAtTheLatest() {
        var tomorrow = new Stated("body-weight", "present", 5, "kg", null, TODAY.plusDays(1));
        var today = new Stated("body-weight", "present", 5, "kg", null, TODAY);

        assertEquals(List.of(violation("/date", Fault.DATE_IN_FUTURE, "2026-11-23")), check(tomorrow));
        assertEquals(List.of(), check(today));
    }

    /** As in what is still being written; whoever has to have a state says so first. */
    @Test
    void aValueIsHeldAgainstNothingWhileItsStateIsUnknown() {
        assertEquals(List.of(), check(new Stated("body-weight", null, 5, "kg", null, TODAY)));
        assertEquals(
                List.of(violation("/date", Fault.DATE_IN_FUTURE, "2026-11-23")),
                check(new Stated("body-weight", null, 5, "kg", null, TODAY.plusDays(1))));
    }

    /** The fewest letters added, taken away or changed; the first in order of two that are as near. */
    @ParameterizedTest
    @CsvSource({
        "alt, 'alt,ast', alt",
        "alp, 'ast,alt', alt",
        "at, 'alt,ast', alt",
        "kitten, 'sitting,mitten,kit', mitten",
        "'', 'abc,ab', ab",
        "abc, 'ab,abcdef', ab",
        "xyz, 'abcd,abc', abc",
        "inr, 'inra,xinr,inrab', inra",
        "ba, 'ab,c', ab",
        "weigth, 'weight,width', weight",
        "abcd, 'bcd,ad', bcd",
        "aab, 'ab,bb', ab",
        "'', 'aaa,b', b",
        "ab, 'a,ab', ab"
    })
    void theNearestCodeIsTheOneWithTheFewestSlips(String given, String candidates, String nearest) {
        assertEquals(Optional.of(nearest), FactDictionary.nearest(given, List.of(candidates.split(","))));
    }

    @Test
    void thereIsNoNearestOfNothing() {
        assertEquals(Optional.empty(), FactDictionary.nearest("alt", List.of()));
    }

    /** A value of a patient is shown by no log. */
    @Test
    void aStatementShowsItsCodeOnly() {
        var stated = present("body-weight", 5.8, "<").toString();

        assertTrue(stated.contains("body-weight"));
        assertFalse(stated.contains("5.8"));
    }

    @Test
    void theCodesAreKnown() {
        assertTrue(dictionary.codes().containsAll(List.of(DAY, CODED, "body-weight")));
    }

    private static Violation violation(String where, Fault fault, String allowed) {
        return new Violation("/facts/0" + where, fault, List.of(allowed), Optional.empty());
    }

    private static Stated present(String code, Object value, String operator) {
        return new Stated(code, "present", value, null, operator, TODAY);
    }

    private List<Violation> check(Stated fact) {
        return dictionary.check(List.of(fact), "/facts", TODAY);
    }
}
