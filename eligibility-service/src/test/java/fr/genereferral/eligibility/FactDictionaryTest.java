package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.eligibility.FactDictionary.Fault;
import fr.genereferral.eligibility.FactDictionary.Stated;
import fr.genereferral.eligibility.FactDictionary.Violation;
import fr.genereferral.eligibility.json.KnowledgeReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactDictionaryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final FactDictionary dictionary = KnowledgeReader.dictionary();

    @Test
    void findsNothingInWhatFits() {
        var facts = List.of(
                new Stated("body-weight", "present", new BigDecimal("5.8"), "kg", "<", TODAY),
                new Stated("sma-clinical-type", "present", "presymptomatic", null, null, TODAY),
                new Stated("active-infection", "absent", null, null, null, null),
                new Stated("alt", "pending", null, null, null, null));

        assertEquals(List.of(), dictionary.check(facts, "/dossier/facts", TODAY));
    }

    /** What is missing is said of the form. */
    @Test
    void findsNothingInWhatIsNotSaidYet() {
        var facts = List.of(
                new Stated(null, "present", 5, "kg", null, TODAY),
                new Stated("body-weight", null, 5, "kg", null, TODAY));

        assertEquals(List.of(), dictionary.check(facts, "/dossier/facts", TODAY));
    }

    @Test
    void namesTheNearestFact() {
        var violation = only(new Stated("bodyweight", "present", 5, "kg", null, null));

        assertEquals(Fault.FACT_UNKNOWN, violation.code());
        assertEquals("/dossier/facts/0/code", violation.pointer());
        assertEquals(Optional.of("body-weight"), violation.suggestion());
    }

    @Test
    void refusesAValueBesideAState() {
        assertEquals(
                Fault.VALUE_NOT_EXPECTED,
                only(present("active-infection", true, null)).code());
        assertEquals(
                Fault.VALUE_NOT_EXPECTED,
                only(new Stated("body-weight", "absent", 5, "kg", null, null)).code());
    }

    @Test
    void refusesAQuantityThatNobodyCouldRead() {
        assertEquals(
                Fault.VALUE_MISSING, only(present("body-weight", null, "kg")).code());
        assertEquals(Fault.UNIT_MISSING, only(present("body-weight", 5, null)).code());
        assertEquals(
                Fault.UNIT_NOT_ALLOWED, only(present("body-weight", 5, "g")).code());
        assertEquals(
                Fault.VALUE_NOT_ALLOWED,
                only(present("body-weight", "five", "kg")).code());
    }

    @Test
    void refusesWhatIsNotPlausibleAtEitherEnd() {
        assertEquals(
                Fault.VALUE_OUT_OF_BOUNDS,
                only(present("body-weight", new BigDecimal("0.19"), "kg")).code());
        assertEquals(
                Fault.VALUE_OUT_OF_BOUNDS,
                only(present("body-weight", 401, "kg")).code());
        assertEquals(List.of(), check(present("body-weight", new BigDecimal("0.2"), "kg")));
        assertEquals(List.of(), check(present("body-weight", 400, "kg")));
    }

    @Test
    void namesTheCodesThatACodedFactMayHave() {
        var violation = only(present("sma-clinical-type", "presymptomatique", null));

        assertEquals(Fault.VALUE_NOT_ALLOWED, violation.code());
        assertEquals(Optional.of("presymptomatic"), violation.suggestion());
        assertEquals(List.of("0", "1", "2", "3", "4", "presymptomatic"), violation.allowed());
    }

    @Test
    void refusesTomorrow() {
        var tomorrow = new Stated("body-weight", "present", 5, "kg", null, TODAY.plusDays(1));

        assertEquals(Fault.DATE_IN_FUTURE, only(tomorrow).code());
    }

    private static Stated present(String code, Object value, String unit) {
        return new Stated(code, "present", value, unit, null, TODAY);
    }

    private Violation only(Stated fact) {
        var found = check(fact);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private List<Violation> check(Stated fact) {
        return dictionary.check(List.of(fact), "/dossier/facts", TODAY);
    }
}
