package fr.genereferral.referral.reminders;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Letters;
import fr.genereferral.referral.MailServer;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hospital is written to, by a real mail server. */
@ServiceTest
class SendingLettersTest {
    private static final String WEIGHT =
            "{\"facts\": [{\"code\": \"body-weight\", \"state\": \"present\", \"value\": 6.1, \"unit\": \"kg\","
                    + " \"date\": \"2026-11-22\", \"source\": \"clinician\"}]}";

    @Inject
    Reminding reminding;

    @Inject
    SendingLetters sending;

    @Inject
    Letters letters;

    /** What other tests have left is not to be one letter with what these write. */
    @BeforeEach
    void sendsWhatOthersHaveLeft() {
        look();
        send();
    }

    @Test
    void writesOnceHoweverManyInstancesSend() throws Exception {
        var child = told(Tokens.RENNES);

        Waiting.atOnce(this::send, this::send, this::send, this::send);
        look();
        send();

        assertEquals(1, MailServer.about(child.reference()).size());
        assertEquals("FACTS SENT 1", child.states().get(0));
        child.journey().get("/questions").body("reminders.mail", contains("SENT"));
    }

    @Test
    void saysWhichReferralUntilWhenAndWhereInTwoLanguagesAndNothingOfTheChild() throws Exception {
        var child = told(Tokens.RENNES);
        send();

        var letter = MailServer.message(child.reference());
        var text = MailServer.about(child.reference()).get(0);
        assertEquals("genetique@rennes.example", letter.getAllRecipients()[0].toString());
        assertEquals(
                "Rappel : des informations manquent à votre demande / Reminder: your referral lacks information",
                letter.getSubject());
        assertTrue(letter.getMessageID().matches("<[0-9a-f-]{36}@localhost>"), letter.getMessageID());
        assertTrue(text.indexOf("Réponse attendue avant : ") < text.indexOf("Answer asked for before: "), text);
        assertTrue(text.contains("(Europe/Paris)"), text);
        assertTrue(text.contains("/v1/referrals/" + child.journey().id() + "/questions"), text);
        for (var fact : new String[] {"ONA-IV", "kg", "350007084", "CANARI", "Zoé"}) {
            assertFalse(text.contains(fact), fact);
        }
    }

    /** The one that the file has today, not the one of before. */
    @Test
    void writesWhereTheHospitalIsWrittenToToday() throws Exception {
        var child = told(Tokens.ANGERS);
        send();

        assertEquals(
                "genetique@angers.example",
                MailServer.message(child.reference()).getAllRecipients()[0].toString());
    }

    @Test
    void saysWhereNobodyKnowsWhereAHospitalIsWrittenTo() throws SQLException {
        var child = told(Tokens.NANTES);
        send();

        assertEquals("FACTS SKIPPED NO_ADDRESS 0", child.states().get(0));
        child.journey().get("/questions").body("reminders.mail", contains("NO_ADDRESS"));
        assertEquals(0, MailServer.about(child.reference()).size());
    }

    @Test
    void saysNothingOfWhatWasAnsweredBeforeTheLetterWentOut() throws SQLException {
        var child = told(Tokens.RENNES);
        child.journey().addFacts(WEIGHT).statusCode(201);

        send();

        assertEquals("FACTS SKIPPED OVER 0", child.states().get(0));
        child.journey().get("/questions").body("reminders.mail", contains("OVER"));
        assertEquals(0, MailServer.about(child.reference()).size());
    }

    @Test
    void sendsNothingOfWhatIsAnsweredAfterThat() throws Throwable {
        var child = told(Tokens.RENNES);
        VertxContextSupport.subscribeAndAwait(() -> letters.passOver(true, Set.of(Tokens.RENNES), 1_000));
        child.journey().addFacts(WEIGHT).statusCode(201);

        VertxContextSupport.subscribeAndAwait(() -> letters.claim(50, Duration.ofHours(1), Set.of(Tokens.RENNES), 4));

        assertEquals("FACTS WAITING 0", child.states().get(0));
        send();
        assertEquals("FACTS SKIPPED OVER 0", child.states().get(0));
        assertEquals(0, MailServer.about(child.reference()).size());
    }

    /** The hospital has answered nothing, and is not told that it has. */
    @Test
    void keepsWhatIsHeldAsAPossibleDuplicateUntilItWaitsAgain() throws SQLException {
        var child = told(Tokens.RENNES);
        child.in("DUPLICATE_REVIEW");
        send();
        assertEquals("FACTS WAITING 0", child.states().get(0));
        child.journey().get("/questions").body("reminders.mail", contains("WAITING"));
        assertEquals(0, MailServer.about(child.reference()).size());

        child.in("AWAITING_INFORMATION");
        send();

        assertEquals("FACTS SENT 1", child.states().get(0));
    }

    @Test
    void passesOverEverythingWithoutAServer() throws Throwable {
        var child = told(Tokens.RENNES);

        VertxContextSupport.subscribeAndAwait(() -> letters.passOver(false, Set.of(), 1_000));
        send();

        assertEquals("FACTS SKIPPED NO_SERVER 0", child.states().get(0));
        assertEquals(0, MailServer.about(child.reference()).size());
    }

    @Test
    void losesNothingWhileTheServerIsAway() throws SQLException {
        var child = told(Tokens.RENNES);
        MailServer.away();
        send();
        assertEquals("FACTS WAITING 0", child.states().get(0));
        MailServer.back();

        child.toldEarlier("1 second");
        send();

        assertEquals("FACTS SENT 1", child.states().get(0));
        assertEquals(1, MailServer.about(child.reference()).size());
    }

    /** What makes the server hang up comes behind everything else. */
    @Test
    void goesOnBehindALetterThatNobodyTakes() throws SQLException {
        var bad = told(Tokens.RENNES);
        var good = told(Tokens.RENNES);

        MailServer.hangingUpOnce(() -> {
            send();
            assertEquals("FACTS WAITING 0", bad.states().get(0));
            assertEquals("FACTS SENT 1", good.states().get(0));
        });

        bad.toldEarlier("1 second");
        send();
        assertEquals("FACTS SENT 1", bad.states().get(0));
    }

    /** An address that the server does not take. */
    @Test
    void givesUpWhatIsRefusedAgainAndAgainAndKeepsNobodyWaiting() throws SQLException {
        var child = told(Tokens.RENNES);

        MailServer.refusing(() -> {
            for (var attempt = 1; attempt < 5; attempt++) {
                child.toldEarlier("1 second");
                send();
                assertEquals("FACTS WAITING " + attempt, child.states().get(0));
            }
            child.toldEarlier("1 second");
            send();
        });

        assertEquals("FACTS FAILED 5", child.states().get(0));
        child.journey().get("/questions").body("reminders.mail", contains("FAILED"));
        var other = told(Tokens.RENNES);
        send();
        assertEquals("FACTS SENT 1", other.states().get(0));
    }

    /** One that has been refused four times, in one letter with three that were not. */
    @Test
    void givesUpNothingForWhatElseIsInTheLetter() throws SQLException {
        var old = told(Tokens.RENNES);
        MailServer.refusing(() -> {
            for (var attempt = 1; attempt < 5; attempt++) {
                old.toldEarlier("1 second");
                send();
            }
            assertEquals("FACTS WAITING 4", old.states().get(0));
            var others = List.of(told(Tokens.RENNES), told(Tokens.RENNES), told(Tokens.RENNES));
            old.toldEarlier("1 second");
            send();

            assertEquals("FACTS FAILED 5", old.states().get(0));
            for (var other : others) {
                assertEquals("FACTS WAITING 1", other.states().get(0));
                other.toldEarlier("1 second");
            }
        });
    }

    /** Whoever had it is gone: it is sent once the lease is over, and not before. */
    @Test
    void goesOnWhereAnInstanceWasKilledInTheMiddle() throws Throwable {
        var child = told(Tokens.RENNES);
        VertxContextSupport.subscribeAndAwait(() -> letters.claim(100, Duration.ofHours(1), Set.of(Tokens.RENNES), 4));
        send();
        assertEquals("FACTS WAITING 1", child.states().get(0));

        child.toldEarlier("1 second");
        send();

        assertEquals("FACTS SENT 2", child.states().get(0));
        assertEquals(1, MailServer.about(child.reference()).size());
    }

    @Test
    void writesOneLetterOfManyThatHaveWaited() throws SQLException {
        var children = new Waiting[4];
        for (var i = 0; i < children.length; i++) {
            children[i] = Waiting.forFacts(Tokens.RENNES);
        }
        look();
        for (var child : children) {
            child.earlier("37 hours");
        }
        look();

        send();

        for (var child : children) {
            assertEquals(MailServer.about(children[0].reference()), MailServer.about(child.reference()));
        }
        assertEquals(1, MailServer.about(children[0].reference()).size());
    }

    /** A hospital that has been told, and not been written to yet. */
    private Waiting told(String hospital) throws SQLException {
        var child = Waiting.forFacts(hospital);
        look();
        child.earlier("37 hours");
        look();
        return child;
    }

    private void look() {
        Waiting.done(() -> reminding.plan().chain(reminding::tell));
    }

    private void send() {
        Waiting.done(sending::send);
    }
}
