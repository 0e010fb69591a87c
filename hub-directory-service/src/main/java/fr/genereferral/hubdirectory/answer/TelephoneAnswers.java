package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.AcceptanceTerms;
import fr.genereferral.hubdirectory.AnswerChannel;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.Heard;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.Rpps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What somebody at a hub has said on the telephone: in codes, a number that professionals have, and an instant. */
final class TelephoneAnswers {
    private static final Pattern INSTANT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");

    private TelephoneAnswers() {}

    /** @param terms null where the yes comes with nothing */
    record Acceptance(Heard heard, AcceptanceTerms terms) {}

    /** A no with its reason. */
    record Declinal(Heard heard, DeclineReason reason) {}

    /** @param organisation of the person who has heard it */
    static Acceptance acceptance(byte[] body, String organisation, TermsCheck terms) {
        var check = BodyCheck.of(body);
        var heard = heard(check, organisation);
        var said = terms.read(check);
        check.done();
        return new Acceptance(heard, said);
    }

    static Declinal declinal(byte[] body, String organisation) {
        var check = BodyCheck.of(body);
        var reason = check.oneOf("reason", DeclineReason.class);
        var heard = heard(check, organisation);
        check.done();
        return new Declinal(heard, reason);
    }

    private static Heard heard(BodyCheck check, String organisation) {
        var saidBy = check.part("saidBy");
        var function = saidBy.oneOf("function", HubFunction.class);
        return new Heard(
                AnswerChannel.TELEPHONE, organisation, function, Rpps.optional(saidBy), instant(check, "saidAt"));
    }

    private static Instant instant(BodyCheck check, String name) {
        var given = check.text(name, INSTANT);
        try {
            if (INSTANT.matcher(given).matches()) {
                return OffsetDateTime.parse(given).toInstant().truncatedTo(ChronoUnit.SECONDS);
            }
        } catch (DateTimeParseException e) {
            // A day or an hour that there is not is as wrong as any other text.
            check.wrong(name, "WRONG_FORMAT", INSTANT.pattern());
        }
        return null;
    }
}
