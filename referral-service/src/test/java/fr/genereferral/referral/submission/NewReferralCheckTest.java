package fr.genereferral.referral.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.dossier.FactCheck;
import fr.genereferral.referral.dossier.IdentityCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewReferralCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VARIANTS = """
            [{"id": "v1", "gene": "HGNC:11117"}, {"id": "v2", "gene": "HGNC:11117"}]""";

    private final ObjectNode body = Bodies.complete();

    @Test
    void findsNothingWrongWithACompleteOne() {
        assertEquals(List.of(), found());
    }

    @Test
    void takesWhatTheFamilyWantsAndNoHubTwice() {
        body.putObject("familyWishes");
        put("/familyWishes/preferred", "{\"hub\": \"IT-MILANO-1\", \"reason\": \"LANGUAGE\"}");
        put("/familyWishes/declined", "[{\"hub\": \"340785161\", \"reason\": \"JOURNEY\"}]");
        assertEquals(List.of(), found());

        put("/familyWishes/declined", """
                [{"hub": "340785161", "reason": "JOURNEY"}, {"hub": "340785161", "reason": "OTHER"},
                 {"hub": "IT-MILANO-1", "reason": "OTHER"}]""");

        assertEquals(
                List.of("/familyWishes/declined/1/hub DUPLICATE", "/familyWishes/declined/2/hub DUPLICATE"), found());
    }

    @Test
    void takesNoWordsAndNoHubWithoutAReason() {
        body.putObject("familyWishes").put("words", "-");
        put("/familyWishes/preferred", "{\"hub\": \"Marseille\"}");
        put("/familyWishes/declined", "[{\"hub\": \"340785161\", \"reason\": \"TOLD_THE_HUB\"}]");

        assertEquals(
                List.of(
                        "/familyWishes/declined/0/reason VALUE_NOT_ALLOWED",
                        "/familyWishes/preferred/hub WRONG_FORMAT",
                        "/familyWishes/preferred/reason FIELD_MISSING",
                        "/familyWishes/words FIELD_UNKNOWN"),
                found());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dossier/birthDate",
                "/dossier/disease/diagnosedOn",
                "/dossier/facts/0/date",
                "/dossier/antibodies/0/date",
                "/dossier/genetics/reports/0/signedOn",
                "/dossier/genetics/variants/0/classifiedOn",
                "/dossier/genetics/copyNumbers/1/date",
                "/dossier/consent/geneticTest/on",
                "/dossier/consent/sharing/on"
            })
    void refusesADateThatIsYetToCome(String pointer) {
        put("/dossier/genetics/variants", VARIANTS);
        put("/dossier/facts", "[{\"code\": \"active-infection\", \"state\": \"absent\"}]");
        put("/dossier/antibodies", "[{\"serotype\": \"AAV9\", \"state\": \"not-done\"}]");

        put(pointer, "\"2026-11-23\"");
        assertEquals(List.of(), found());
        put(pointer, "\"2026-11-24\"");
        assertEquals(List.of(pointer + " DATE_IN_FUTURE"), found());
    }

    @Test
    void countsTodayInParis() {
        put("/dossier/disease/diagnosedOn", "\"2026-11-24\"");

        assertEquals(List.of("/dossier/disease/diagnosedOn DATE_IN_FUTURE"), found("2026-11-23T22:59:59Z"));
        assertEquals(List.of(), found("2026-11-23T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dossier/facts/0", "/dossier/antibodies/0", "/dossier/genetics/copyNumbers/0"})
    void letsAResultBeExpectedOnADayToCome(String pointer) {
        put(pointer + "/expectedDate", "\"2026-12-24\"");

        assertEquals(List.of(), found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dossier/facts/0/date", "/dossier/antibodies/0/date"})
    void refusesAnObservationFromBeforeBirth(String pointer) {
        put(pointer, "\"2026-07-20\"");
        assertEquals(List.of(), found());

        put(pointer, "\"2026-07-19\"");
        assertEquals(List.of(pointer + " DATE_BEFORE_BIRTH"), found());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dossier/disease/diagnosedOn",
                "/dossier/genetics/reports/0/signedOn",
                "/dossier/genetics/copyNumbers/0/date"
            })
    void letsAFetusBeTested(String pointer) {
        put(pointer, "\"2026-05-01\"");

        assertEquals(List.of(), found());
    }

    @ParameterizedTest
    @CsvSource({
        "2008-11-24, patient, /dossier/consent/sharing/by CONSENT_BY_WRONG_PERSON",
        "2008-11-24, legal-guardian,",
        "2008-11-24, parental-authority,",
        "2008-11-23, patient,"
    })
    void asksTheParentsForConsentUntilTheDayOfMajority(String birth, String by, String wrong) {
        put("/dossier/birthDate", "\"" + birth + "\"");
        put("/dossier/consent/sharing/by", "\"" + by + "\"");

        assertEquals(wrong == null ? List.of() : List.of(wrong), found());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"255081416802538", "269054958815780", "185057512345673", "190032A00412370", "287112B03304515"})
    void takesAnInsWithAQualifiedIdentityOnly(String ins) {
        ins(ins);
        assertEquals(List.of("/identity/ins INS_NEEDS_QUALIFIED_IDENTITY"), found());

        put("/identity/identityStatus", "\"QUAL\"");
        assertEquals(List.of(), found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"255081416802539", "190032B00412370", "255081416802500"})
    void findsASlipInAnIns(String ins) {
        ins(ins);
        put("/identity/identityStatus", "\"QUAL\"");

        assertEquals(List.of("/identity/ins/value WRONG_CHECK_DIGIT"), found());
    }

    @Test
    void findsASlipInTheNumberOfTheClinician() {
        put("/dossier/clinician/rpps", "\"10101201234\"");

        assertEquals(List.of("/dossier/clinician/rpps WRONG_CHECK_DIGIT"), found());
    }

    @Test
    void refusesAPhaseOfAVariantThatIsNotThere() {
        put("/dossier/genetics/variants", VARIANTS);
        put("/dossier/genetics/phases", "[{\"variants\": [\"v1\", \"v2\"], \"phase\": \"trans\"}]");
        assertEquals(List.of(), found());

        put("/dossier/genetics/phases/0/variants/1", "\"v3\"");
        assertEquals(List.of("/dossier/genetics/phases/0/variants/1 VARIANT_UNKNOWN"), found());
    }

    @Test
    void refusesTwoVariantsOrReportsOfOneId() {
        put("/dossier/genetics/variants", VARIANTS.replace("v2", "v1"));
        put("/dossier/genetics/reports", "[{\"id\": \"r1\"}, {\"id\": \"r1\"}]");

        assertEquals(
                List.of("/dossier/genetics/reports/1/id DUPLICATE", "/dossier/genetics/variants/1/id DUPLICATE"),
                found());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/identity/familyName | \"\" | TOO_SHORT",
                "/dossier/genetics/phases | [{\"variants\": [\"v1\"], \"phase\": \"cis\"}] | TOO_SHORT",
                "/identity/givenNames | [1,2,3,4,5,6,7,8,9,10,11] | TOO_LONG",
                "/therapiesSought | [\"ONA-IV\", \"ONA-IV\"] | DUPLICATE"
            })
    void saysWhetherAValueIsTooLongTooShortOrThereTwice(String pointer, String json, String code) {
        put(pointer, json);

        assertEquals(
                List.of(code),
                found().stream()
                        .map(violation -> violation.split(" ")[1])
                        .filter(c -> !c.equals("WRONG_TYPE"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"19, true", "20, false", "21, true", "2A, true", "2B, true", "96, false", "976, true", "975, false"})
    void knowsTheDepartements(String code, boolean exists) {
        put("/dossier/residenceDepartement", "\"" + code + "\"");

        assertEquals(exists ? List.of() : List.of("/dossier/residenceDepartement WRONG_FORMAT"), found());
    }

    private void ins(String value) {
        put("/identity/ins", """
                {"value": "%s", "system": "urn:oid:1.2.250.1.213.1.4.10"}""".formatted(value));
    }

    private void put(String pointer, String json) {
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        var parent = body.at(pointer.substring(0, pointer.lastIndexOf('/')));
        try {
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(name), JSON.readTree(json));
            } else {
                ((ObjectNode) parent).set(name, JSON.readTree(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> found() {
        return found(ReferralFixtures.NOW.toString());
    }

    /** Pointer and code of each violation. */
    private List<String> found(String now) {
        var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        var check = new NewReferralCheck(
                new FactCheck(JSON, clock), new TherapyCheck(JSON), new DossierCheck(clock), new IdentityCheck());
        try {
            check.checked(body.toString().getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (Refused refused) {
            return refused.violations().stream()
                    .map(v -> v.pointer() + " " + v.code())
                    .toList();
        }
    }
}
