package fr.genereferral.hubdirectory.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.AcceptanceTerms;
import fr.genereferral.hubdirectory.AcceptanceTerms.Contact;
import fr.genereferral.hubdirectory.AcceptanceTerms.FirstAppointment;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.AcceptanceCodes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a yes may come with, and what not. It is half an hour past midnight in Paris: elsewhere the day before. */
class TermsCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-26T23:30:00Z");
    private static final TermsCheck CHECK =
            new TermsCheck(new AcceptanceCodes(new ObjectMapper()), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void takesAllFour() {
        var terms = read("""
                {"firstAppointment": {"from": "2026-11-27", "to": "2027-11-27"},
                 "contact": {"function": "NURSE_COORDINATOR", "telephone": "+33 4 00 00 00 00"},
                 "conditions": ["WEIGHT_ON_ARRIVAL", "LIVER_TESTS_REPEATED"],
                 "bring": ["HEALTH_RECORD"]}""");

        var window = new FirstAppointment(null, LocalDate.of(2026, 11, 27), LocalDate.of(2027, 11, 27));
        assertEquals(window, terms.firstAppointment());
        assertEquals(new Contact(HubFunction.NURSE_COORDINATOR, "+33 4 00 00 00 00"), terms.contact());
        assertEquals(List.of("WEIGHT_ON_ARRIVAL", "LIVER_TESTS_REPEATED"), terms.conditions());
        assertEquals(List.of("HEALTH_RECORD"), terms.bring());
    }

    @Test
    void takesADayAlone() {
        var terms = read("{\"firstAppointment\": {\"on\": \"2026-11-27\"}}");

        assertEquals(new FirstAppointment(LocalDate.of(2026, 11, 27), null, null), terms.firstAppointment());
        assertNull(terms.contact());
        assertEquals(List.of(), terms.conditions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"conditions\": []}", "{\"conditions\": [], \"bring\": []}"})
    void takesAYesAndNoMore(String body) {
        assertNull(read(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'firstAppointment': {}} | /firstAppointment/on FIELD_MISSING",
                "{'firstAppointment': {'from': '2026-12-07'}} | /firstAppointment/to FIELD_MISSING",
                "{'firstAppointment': {'to': '2026-12-07'}} | /firstAppointment/from FIELD_MISSING",
                "{'firstAppointment': {'on': '2026-11-26'}} | /firstAppointment/on VALUE_OUT_OF_BOUNDS",
                "{'firstAppointment': {'on': '2027-11-28'}} | /firstAppointment/on VALUE_OUT_OF_BOUNDS",
                "{'firstAppointment': {'on': '2026-02-30'}} | /firstAppointment/on WRONG_FORMAT",
                "{'firstAppointment': {'on': 7}} | /firstAppointment/on WRONG_FORMAT",
                "{'firstAppointment': {'on': null}} | /firstAppointment/on WRONG_FORMAT",
                "{'firstAppointment': {'on': '2026-12-07', 'at': '10:00'}} | /firstAppointment/at FIELD_UNKNOWN",
                "{'firstAppointment': {'from': '2026-12-08', 'to': '2026-12-07'}} | /firstAppointment/to VALUE_OUT_OF_BOUNDS",
                "{'firstAppointment': {'from': '2026-11-26', 'to': '2026-12-07'}} | /firstAppointment/from VALUE_OUT_OF_BOUNDS",
                "{'firstAppointment': {'from': '2026-12-07', 'to': '2028-12-07'}} | /firstAppointment/to VALUE_OUT_OF_BOUNDS",
                "{'contact': {'function': 'PHYSICIAN'}} | /contact/telephone FIELD_MISSING",
                "{'contact': {'telephone': '0400000000'}} | /contact/function FIELD_MISSING",
                "{'contact': {'function': 'PORTER', 'telephone': '0400000000'}} | /contact/function VALUE_NOT_ALLOWED",
                "{'contact': {'function': 'OTHER', 'telephone': 'call me'}} | /contact/telephone WRONG_FORMAT",
                "{'contact': {'function': 'OTHER', 'telephone': '------'}} | /contact/telephone WRONG_FORMAT",
                "{'contact': {'function': 'OTHER', 'telephone': '2 26 08 98 200 031 46'}} | /contact/telephone WRONG_FORMAT",
                "{'contact': {'function': 'OTHER', 'telephone': 400000000}} | /contact/telephone WRONG_FORMAT",
                "{'contact': {'function': 'OTHER', 'telephone': '0400000000', 'name': 'x'}} | /contact/name FIELD_UNKNOWN",
                "{'conditions': 'WEIGHT_ON_ARRIVAL'} | /conditions WRONG_TYPE",
                "{'conditions': ['weight on arrival']} | /conditions/0 WRONG_FORMAT",
                "{'conditions': [null]} | /conditions/0 WRONG_FORMAT",
                "{'conditions': ['WEIGHT_ON_ARRIVAL', 'HEALTH_RECORD']} | /conditions/1 VALUE_NOT_ALLOWED",
                "{'conditions': ['WEIGHT_ON_ARRIVAL', 'WEIGHT_ON_ARRIVAL']} | /conditions DUPLICATE",
                "{'bring': ['WEIGHT_ON_ARRIVAL']} | /bring/0 VALUE_NOT_ALLOWED",
                "{'bring': ['IMAGING', 'IMAGING']} | /bring DUPLICATE",
                "{'remark': 'x'} | /remark FIELD_UNKNOWN"
            })
    void refusesEachWrongFieldByItsPlace(String body, String violation) {
        assertEquals(List.of(violation), violations(body.replace('\'', '"')));
    }

    @Test
    void takesADayOrAWindowAndNotBoth() {
        var both = "{\"firstAppointment\": {\"on\": \"2026-12-07\", \"from\": \"2026-12-07\", \"to\": \"2026-12-08\"}}";

        assertEquals(List.of("/firstAppointment/on VALUE_NOT_ALLOWED"), violations(both));
    }

    @Test
    void refusesWhatIsNoObject() {
        assertTrue(violations("{\"firstAppointment\": \"2026-12-07\"}").contains("/firstAppointment WRONG_TYPE"));
        assertTrue(violations("{\"contact\": null}").contains("/contact WRONG_TYPE"));
    }

    @Test
    void takesNoMoreThanTenConditionsAndFifteenThings() {
        assertEquals(List.of("/conditions TOO_LONG"), violations(many("conditions", "WEIGHT_ON_ARRIVAL", 11)));
        assertEquals(List.of("/conditions DUPLICATE"), violations(many("conditions", "WEIGHT_ON_ARRIVAL", 10)));
        assertEquals(List.of("/bring TOO_LONG"), violations(many("bring", "IMAGING", 16)));
        assertEquals(List.of("/bring DUPLICATE"), violations(many("bring", "IMAGING", 15)));
    }

    @Test
    void saysWhatMayBeChosen() {
        var refused = assertThrows(Refused.class, () -> read("{\"conditions\": [\"NOT_ONE\"]}"));

        assertTrue(refused.violations().get(0).argument().startsWith("ANTIBODY_TITRE_REPEATED, WEIGHT_ON_ARRIVAL"));
    }

    @Test
    void takesNoCodeBeforeItsFirstDay() {
        var before = Clock.fixed(Instant.parse("2025-12-31T12:00:00Z"), ZoneOffset.UTC);
        var early = new TermsCheck(new AcceptanceCodes(new ObjectMapper()), before);
        var body = bytes("{\"bring\": [\"IMAGING\"]}");

        var refused = assertThrows(Refused.class, () -> Answers.acceptance(body, early));

        assertEquals("/bring/0", refused.violations().get(0).pointer());
    }

    private static String many(String field, String code, int times) {
        var codes = String.join("\", \"", Collections.nCopies(times, code));
        return "{\"" + field + "\": [\"" + codes + "\"]}";
    }

    private static AcceptanceTerms read(String body) {
        return Answers.acceptance(bytes(body), CHECK);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> violations(String body) {
        return assertThrows(Refused.class, () -> read(body)).violations().stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }
}
