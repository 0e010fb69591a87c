package fr.genereferral.referral.reminders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.reminders.Post.Outcome;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose fault it is when a letter is not taken. */
class PostTest {

    @ParameterizedTest
    @CsvSource({
        "recipient address not accepted, 550, 5.1.1 no such user, REFUSED",
        "no recipient addresses were accepted, 553, 5.1.3 no such domain, REFUSED",
        "sending data failed, 554, 5.6.0 not like this, REFUSED",
        "recipient address not accepted, 450, 4.2.0 come again in 5 minutes, NOT_NOW",
        "recipient address not accepted, 452, 4.2.2 mailbox full, NOT_NOW",
        "sending data failed, 451, 4.3.0 not now, NOT_NOW",
        "recipient address not accepted, 421, 4.3.2 closing, NOBODY",
        "recipient address not accepted, 550, 5.7.1 Unable to relay, NOBODY",
        "recipient address not accepted, 554, 5.7.1 Relay access denied, NOBODY",
        "recipient address not accepted, 530, 5.7.0 authentication required, NOBODY",
        "sender address not accepted, 553, 5.1.8 no such sender, NOBODY",
        "sender address not accepted, 450, 4.1.8 no such domain now, NOBODY",
        "got error response, 554, no service here, NOBODY",
        "HELO failed., 550, who are you, NOBODY",
        "DATA command not accepted, 554, no valid recipients, NOBODY"
    })
    void isTheLettersOnlyWhereItIsRefusedForGood(String said, int code, String reply, Outcome outcome) {
        assertEquals(outcome, Post.judged(new SMTPException(said, code, List.of(code + " " + reply), false)));
    }

    @Test
    void isNobodysWhereNobodyAnswers() {
        assertEquals(Outcome.NOBODY, Post.judged(new IOException("closed")));
    }
}
