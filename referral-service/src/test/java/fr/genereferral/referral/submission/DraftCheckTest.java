package fr.genereferral.referral.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Draft;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.FactCheck;
import fr.genereferral.referral.dossier.IdentityCheck;
import fr.genereferral.referral.web.ProblemCatalogues;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(ReferralFixtures.NOW, ZoneOffset.UTC);

    private final DraftCheck check = new DraftCheck(new NewReferralCheck(
            new FactCheck(JSON, CLOCK), new TherapyCheck(JSON), new DossierCheck(CLOCK), new IdentityCheck()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"draft\": true}",
                "{\"dossier\": {}}",
                "{\"identity\": {}}",
                "{\"identity\": {\"ins\": {}}}",
                "{\"familyWishes\": {\"preferred\": {}, \"declined\": [{}, {}]}}",
                "{\"dossier\": {\"facts\": [{}], \"antibodies\": [{}], \"clinician\": {}}}",
                "{\"dossier\": {\"consent\": {\"sharing\": {}}, \"disease\": {}}}",
                "{\"dossier\": {\"genetics\": {\"variants\": [{}], \"phases\": [{}], \"copyNumbers\": [{}]}}}",
                "{\"dossier\": {\"birthDate\": \"2026-07-01\", \"facts\": [{\"date\": \"2026-07-20\"}]}}",
                "{\"dossier\": {\"facts\": [{\"code\": \"body-weight\", \"value\": 5.8, \"unit\": \"kg\"}]}}"
            })
    void takesWhateverIsKnownAndSaysWhatIsMissing(String body) throws JsonProcessingException {
        var draft = check.checked(JSON.readTree(body));

        var obstacles = check.obstacles(draft);

        assertFalse(obstacles.isEmpty());
        assertTrue(obstacles.stream().allMatch(one -> one.code().endsWith("_MISSING")), obstacles::toString);
        assertFalse(draft.whole().has("draft"));
    }

    @Test
    void saysEverythingThatAnEmptyOneLacks() throws JsonProcessingException {
        var draft = check.checked(JSON.readTree("{\"dossier\": {}}"));

        assertEquals(
                List.of(
                        "/dossier/birthDate FIELD_MISSING",
                        "/dossier/disease FIELD_MISSING",
                        "/identity FIELD_MISSING",
                        "/dossier/consent/geneticTest CONSENT_MISSING",
                        "/dossier/consent/sharing CONSENT_MISSING",
                        "/dossier/clinician CLINICIAN_MISSING"),
                texts(check.obstacles(draft)));
    }

    @Test
    void saysWhatIsWrongBesideWhatIsMissing() {
        var body = Bodies.complete();
        ((ObjectNode) body.get("dossier")).remove(List.of("birthDate", "consent"));
        ((ObjectNode) body.at("/dossier/facts/0")).put("code", "body-wieght");
        ((ObjectNode) body.at("/dossier/clinician")).put("rpps", "10101201234");

        var found = texts(check.obstacles(check.checked(body)));

        assertTrue(found.containsAll(List.of(
                "/dossier/birthDate FIELD_MISSING",
                "/dossier/facts/0/code FACT_UNKNOWN",
                "/dossier/clinician/rpps WRONG_CHECK_DIGIT",
                "/dossier/consent/sharing CONSENT_MISSING")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] |  WRONG_TYPE",
                "{\"draft\": false} | /draft VALUE_NOT_ALLOWED",
                "{\"draft\": 1} | /draft WRONG_TYPE",
                "{\"surprise\": 1} | /surprise FIELD_UNKNOWN",
                "{\"dossier\": {\"birthDate\": \"yesterday\"}} | /dossier/birthDate WRONG_FORMAT",
                "{\"dossier\": {\"sex\": \"x\"}} | /dossier/sex VALUE_NOT_ALLOWED",
                "{\"identity\": {\"familyName\": \"\"}} | /identity/familyName TOO_SHORT"
            })
    void refusesWhatHasNotTheRightForm(String body, String expected) throws JsonProcessingException {
        var parsed = JSON.readTree(body);

        var refused = assertThrows(Refused.class, () -> check.checked(parsed));

        assertEquals(expected.strip(), texts(refused.violations()).get(0).strip());
    }

    @Test
    void sendsACompleteOneAsItWouldHaveBeenSentAtOnce() {
        var draft = check.checked(Bodies.complete().put("draft", true));

        var sent = check.complete(DraftBody.kept(
                new Draft(1, draft.written().content(), ReferralFixtures.NOW),
                draft.written().identity()));

        var atOnce = NewReferral.from(Bodies.complete());
        assertEquals(atOnce.dossier().toString(), sent.dossier().toString());
        assertEquals(atOnce.identity(), sent.identity());
        assertEquals(atOnce.therapies(), sent.therapies());
        assertFalse(draft.written().content().contains("CANARI"));
    }

    @Test
    void asksTheRulesOnlyWhatTheyCanRead() {
        var complete = validation(Bodies.complete());
        assertTrue(complete.sendable());
        assertFalse(complete.eligibilityPreview().body().contains("consent"));
        assertTrue(complete.eligibilityPreview().body().startsWith("{\"therapiesSought\":[\"ONA-IV\"],\"dossier\":{"));

        var unconsented = Bodies.complete();
        ((ObjectNode) unconsented.get("dossier")).remove(List.of("consent", "clinician"));
        assertEquals(3, validation(unconsented).missing().size());
        assertNotNull(validation(unconsented).eligibilityPreview());

        var unborn = Bodies.complete();
        ((ObjectNode) unborn.get("dossier")).remove("birthDate");
        assertNull(validation(unborn).eligibilityPreview());
        assertEquals(
                List.of("/dossier/birthDate"),
                Stream.concat(validation(unborn).missing().stream(), validation(unborn).wrong().stream())
                        .map(ValidationRepresentation.Finding::pointer)
                        .toList());
    }

    private ValidationRepresentation validation(ObjectNode body) {
        var draft = check.checked(body);
        return ValidationRepresentation.of(draft, check.obstacles(draft), ProblemCatalogues.own(), "fr");
    }

    private static List<String> texts(List<Violation> violations) {
        return violations.stream().map(one -> one.pointer() + " " + one.code()).toList();
    }
}
