package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A hub's word that somebody else has written down.
 *
 * @param organisation of the person who has written it down
 * @param function of the person who has said it at the hub
 * @param rpps national number of that person; null when it was not told
 * @param saidAt as it was told; who telephones looks at the hour and the minute
 */
@Embeddable
public record Heard(
        @Enumerated(EnumType.STRING) @Column(name = "heard_channel")
        AnswerChannel channel,

        @Column(name = "heard_organisation") String organisation,

        @Enumerated(EnumType.STRING) @Column(name = "heard_function")
        HubFunction function,

        @Column(name = "heard_rpps") String rpps,
        @Column(name = "heard_said_at") Instant saidAt) {
    /** By how much the clock of whoever writes it down may be fast. */
    private static final Duration FAST = Duration.ofMinutes(1);

    /** A hub says nothing of a child before it is asked, and nothing that is still to come. */
    void mustLieBetween(Instant asked, Instant now) {
        var earliest = asked.truncatedTo(ChronoUnit.MINUTES);
        if (saidAt.isBefore(earliest) || saidAt.isAfter(now.plus(FAST))) {
            var bounds = earliest + " … " + now.truncatedTo(ChronoUnit.SECONDS);
            throw Refused.invalid(List.of(new Refused.Violation("/saidAt", "VALUE_OUT_OF_BOUNDS", bounds)));
        }
    }
}
