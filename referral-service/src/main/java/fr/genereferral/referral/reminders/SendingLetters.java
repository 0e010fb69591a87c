package fr.genereferral.referral.reminders;

import fr.genereferral.referral.Letter;
import fr.genereferral.referral.Letters;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends what waits. A letter that the server has taken is noted as sent; when this instance dies in between, it is sent once
 * more under the same Message-ID: rather twice than never.
 */
@ApplicationScoped
class SendingLetters {
    private static final Logger LOG = Logger.getLogger(SendingLetters.class);
    private static final int AT_ONCE = 1_000;
    /** Parts that are done at one look; what is left then comes with the next one. */
    private static final int PARTS = 20;
    /** Hospitals that are written to at one look. */
    private static final int HOSPITALS = 200;
    /** After so many in a row that nobody took it is the server that is away. One alone may be what makes it hang up. */
    private static final int ENOUGH = 2;

    private final Letters letters;
    private final Addresses addresses;
    private final Post post;
    private final MailConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    SendingLetters(
            Letters letters, Addresses addresses, Post post, MailConfig config, Clock clock, MeterRegistry meters) {
        this.letters = letters;
        this.addresses = addresses;
        this.post = post;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /** Everything that waits, until nothing does or nobody takes it. */
    Uni<Void> send() {
        return config.server().isPresent() ? round(HOSPITALS, 0) : passOver(PARTS);
    }

    private Uni<Void> passOver(int parts) {
        return limited(letters.passOver(config.server().isPresent(), addresses.known(), AT_ONCE))
                .chain(over -> over < AT_ONCE || parts == 1 ? Uni.createFrom().voidItem() : passOver(parts - 1));
    }

    /** @param missed how many nobody took, just before */
    private Uni<Void> round(int parts, int missed) {
        var until = clock.instant().plus(config.lease().dividedBy(2));
        return passOver(PARTS)
                .chain(() ->
                        limited(letters.claim(config.claimed(), config.lease(), addresses.known(), config.together())))
                .chain(claimed -> claimed.isEmpty() ? Uni.createFrom().item(ENOUGH) : inTurn(claimed, missed, until))
                .chain(now -> now < ENOUGH && parts > 1
                        ? round(parts - 1, now)
                        : Uni.createFrom().voidItem());
    }

    /** @return how many nobody took, at the end of them; {@link #ENOUGH} where no more are to be tried */
    private Uni<Integer> inTurn(List<Letter> claimed, int missed, Instant until) {
        var now = Uni.createFrom().item(missed);
        for (var letter : claimed) {
            now = now.chain(before -> before < ENOUGH && clock.instant().isBefore(until)
                    ? one(letter, before)
                    : limited(letters.later(letter, config.away(), false)).replaceWith(ENOUGH));
        }
        return now;
    }

    private Uni<Integer> one(Letter letter, int missed) {
        return post.send(letter).chain(outcome -> switch (outcome) {
            case SENT -> limited(letters.sent(letter)).replaceWith(0);
            case NOBODY -> untaken(letter).replaceWith(missed + 1);
            case NOT_NOW -> untaken(letter).replaceWith(0);
            case REFUSED -> refused(letter).replaceWith(0);
        });
    }

    /** It comes behind those that were not even tried. */
    private Uni<Void> untaken(Letter letter) {
        return limited(letters.untaken(letter, config.away().multipliedBy(2), config.awayAtMost()));
    }

    private Uni<Void> refused(Letter letter) {
        var noted = Uni.createFrom().voidItem();
        for (var part : letter.byAttempts().entrySet()) {
            noted = noted.chain(() -> refused(part.getValue(), part.getKey()));
        }
        return noted;
    }

    private Uni<Void> refused(Letter letter, int attempts) {
        var waits = config.waits();
        if (attempts <= waits.size()) {
            return limited(letters.later(letter, waits.get(attempts - 1), true));
        }
        meters.counter("reminders.mail.failed").increment(letter.news().size());
        LOG.errorf(
                "a hospital could not be written to: organisation=%s news=%d",
                letter.organisation(), letter.news().size());
        return limited(letters.failed(letter));
    }

    /** For how many seconds the oldest has been waiting. */
    Uni<Long> oldest() {
        return config.server().isPresent()
                ? limited(letters.oldest())
                : Uni.createFrom().item(0L);
    }

    private <T> Uni<T> limited(Uni<T> work) {
        return work.ifNoItem().after(config.transaction()).fail();
    }
}
