package fr.genereferral.hubdirectory.mail;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Letters;
import fr.genereferral.hubdirectory.MailServer;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.expiry.Clockwork;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hub is written to, by a real mail server. */
@ServiceTest
class SendingLettersTest {
    private static final String ADDRESS = "referents@nantes.example";
    private static final String ADMIN = Tokens.of(NANTES, "hub_admin");

    @Inject
    SendingLetters sending;

    @Inject
    Letters letters;

    @BeforeEach
    void writeToTheHub() {
        // What other tests have left goes nowhere: their hubs have no address.
        Mailbox.send(sending);
        Mailbox.address(NANTES, ADDRESS);
        choose("EACH", 7);
    }

    @AfterEach
    void writeToItNoMore() {
        choose("EACH", 7);
        Mailbox.address(NANTES, "");
    }

    @Test
    void writesOnceOfAnArrivalHoweverManyInstancesLook() throws Exception {
        var offer = Search.in("35").routed("OfferMade").offer();

        Callable<Integer> look = () -> Mailbox.send(sending);
        Clockwork.atOnce(Collections.nCopies(4, look));
        Mailbox.send(sending);

        assertEquals(1, MailServer.about(offer).size());
        assertEquals("SENT 1", Mailbox.state(offer, "ARRIVED"));
    }

    @Test
    void saysWhichOfferUntilWhenAndWhereInTwoLanguagesAndNothingOfTheChild() throws Exception {
        var search = Search.in("35").routed("OfferMade");
        Mailbox.send(sending);

        var letter = MailServer.message(search.offer());
        var text = MailServer.about(search.offer()).get(0);
        assertEquals(ADDRESS, letter.getAllRecipients()[0].toString());
        assertEquals("Une proposition attend votre réponse / An offer waits for your answer", letter.getSubject());
        assertTrue(letter.getMessageID().matches("<[0-9a-f-]{36}@localhost>"), letter.getMessageID());
        assertTrue(text.indexOf("Réponse attendue avant : ") < text.indexOf("Answer asked for before: "));
        assertTrue(text.contains("(Europe/Paris)"));
        assertTrue(text.contains("/v1/offers/" + search.offer()));
        assertFalse(text.contains(search.referral()));
        for (var fact : new String[] {"ONA-IV", "kg", "350007084", "Rennes", "ROUTINE"}) {
            assertFalse(text.contains(fact), fact);
        }
    }

    @Test
    void remindsAndSaysWhenTheTimeIsOver() throws SQLException {
        var search = Search.in("35").routed("OfferMade").waited(30);
        var offer = search.offer();
        Clockwork.remind();
        Mailbox.send(sending);
        search.overdue();
        Clockwork.expire();
        Mailbox.send(sending);

        var all = MailServer.about(offer);
        assertEquals(1, all.stream().filter(text -> text.contains("Rappel :")).count());
        assertEquals(
                1,
                all.stream()
                        .filter(text -> text.contains("délai de réponse est passé"))
                        .count());
        assertEquals("SENT 1", Mailbox.state(offer, "EXPIRED"));
    }

    @Test
    void saysNothingOfWhatWaitsNoLonger() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        search.accept().statusCode(200);

        Mailbox.send(sending);

        assertEquals("SKIPPED OVER 0", Mailbox.state(search.offer(), "ARRIVED"));
        assertEquals(0, MailServer.about(search.offer()).size());
    }

    @Test
    void writesToNobodyWhoDoesNotWantItOrHasNoAddress() throws SQLException {
        choose("NONE", 7);
        var unwanted = Search.in("35").routed("OfferMade").offer();
        Mailbox.send(sending);
        choose("EACH", 7);
        Mailbox.address(NANTES, "");
        var nowhere = Search.in("35").routed("OfferMade").offer();
        Mailbox.send(sending);

        assertEquals("SKIPPED NOT_WANTED 0", Mailbox.state(unwanted, "ARRIVED"));
        assertEquals("SKIPPED NO_ADDRESS 0", Mailbox.state(nowhere, "ARRIVED"));
        assertEquals(
                0, MailServer.about(unwanted).size() + MailServer.about(nowhere).size());
    }

    @Test
    void writesOnceADayOfAllTogetherWhereThatIsWanted() throws SQLException {
        // Half a day from now, so that no hour strikes meanwhile.
        choose("DIGEST", (LocalTime.now(ZoneId.of("Europe/Paris")).getHour() + 12) % 24);
        var first = Search.in("35").routed("OfferMade").offer();
        var second = Search.in("35").routed("OfferMade").offer();
        Mailbox.send(sending);
        assertEquals("WAITING 0", Mailbox.state(first, "ARRIVED"));

        Mailbox.earlier(first, "25 hours");
        Mailbox.earlier(second, "25 hours");
        Mailbox.send(sending);

        assertEquals(1, MailServer.about(first).size());
        assertEquals(MailServer.about(first), MailServer.about(second));
    }

    @Test
    void writesOneLetterOfManyThatHaveWaited() {
        var offers = new String[4];
        for (var i = 0; i < offers.length; i++) {
            offers[i] = Search.in("35").routed("OfferMade").offer();
        }

        Mailbox.send(sending);

        for (var offer : offers) {
            assertEquals(MailServer.about(offers[0]), MailServer.about(offer));
        }
        assertEquals(1, MailServer.about(offers[0]).size());
    }

    @Test
    void losesNothingWhileTheServerIsAway() throws SQLException {
        var offer = Search.in("35").routed("OfferMade").offer();
        MailServer.away();
        Mailbox.send(sending);
        assertEquals("WAITING 0", Mailbox.state(offer, "ARRIVED"));
        MailServer.back();

        Mailbox.earlier(offer, "1 second");
        Mailbox.send(sending);

        assertEquals("SENT 1", Mailbox.state(offer, "ARRIVED"));
        assertEquals(1, MailServer.about(offer).size());
    }

    /** What makes the server hang up comes behind everything else. */
    @Test
    void goesOnBehindALetterThatNobodyTakes() throws SQLException {
        var bad = Search.in("35").routed("OfferMade").offer();
        var good = Search.in("35").routed("OfferMade").offer();

        MailServer.hangingUpOnce(() -> {
            Mailbox.send(sending);
            assertEquals("WAITING 0", Mailbox.state(bad, "ARRIVED"));
            assertEquals("SENT 1", Mailbox.state(good, "ARRIVED"));
        });

        Mailbox.earlier(bad, "1 second");
        Mailbox.send(sending);
        assertEquals("SENT 1", Mailbox.state(bad, "ARRIVED"));
    }

    /** An address that the server does not take. */
    @Test
    void givesUpWhatIsRefusedAgainAndAgainAndKeepsNobodyWaiting() throws SQLException {
        var offer = Search.in("35").routed("OfferMade").offer();

        MailServer.refusing(() -> {
            for (var attempt = 1; attempt < 5; attempt++) {
                Mailbox.earlier(offer, "1 second");
                Mailbox.send(sending);
                assertEquals("WAITING " + attempt, Mailbox.state(offer, "ARRIVED"));
            }
            Mailbox.earlier(offer, "1 second");
            Mailbox.send(sending);
        });

        assertEquals("FAILED 5", Mailbox.state(offer, "ARRIVED"));
        var other = Search.in("35").routed("OfferMade").offer();
        Mailbox.send(sending);
        assertEquals("SENT 1", Mailbox.state(other, "ARRIVED"));
    }

    /** One that has been refused four times, in one letter with three that were not. */
    @Test
    void givesUpNothingForWhatElseIsInTheLetter() throws SQLException {
        var old = Search.in("35").routed("OfferMade").offer();
        MailServer.refusing(() -> {
            for (var attempt = 1; attempt < 5; attempt++) {
                Mailbox.earlier(old, "1 second");
                Mailbox.send(sending);
            }
            assertEquals("WAITING 4", Mailbox.state(old, "ARRIVED"));
            var others = new String[3];
            for (var i = 0; i < others.length; i++) {
                others[i] = Search.in("35").routed("OfferMade").offer();
            }
            Mailbox.earlier(old, "1 second");
            Mailbox.send(sending);

            assertEquals("FAILED 5", Mailbox.state(old, "ARRIVED"));
            for (var other : others) {
                assertEquals("WAITING 1", Mailbox.state(other, "ARRIVED"));
                Mailbox.earlier(other, "1 second");
            }
        });
    }

    /** Whoever had it is gone: it is sent once the lease is over, and not before. */
    @Test
    void goesOnWhereAnInstanceWasKilledInTheMiddle() throws Throwable {
        var offer = Search.in("35").routed("OfferMade").offer();
        VertxContextSupport.subscribeAndAwait(() -> letters.claim(100, Duration.ofHours(1), 4));
        Mailbox.send(sending);
        assertEquals("WAITING 1", Mailbox.state(offer, "ARRIVED"));

        Mailbox.earlier(offer, "1 second");
        Mailbox.send(sending);

        assertEquals("SENT 2", Mailbox.state(offer, "ARRIVED"));
        assertEquals(1, MailServer.about(offer).size());
    }

    private static void choose(String mode, int hour) {
        Mailbox.choose(ADMIN, NANTES, "*", "{\"mode\": \"%s\", \"digestHour\": %d}".formatted(mode, hour))
                .statusCode(200);
    }
}
