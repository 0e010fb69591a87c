package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerLimitsTest {
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 5, 1));
    private static final AnswerLimits LIMITS =
            new AnswerLimits(DirectoryFixtures.parametersFrom(LocalDate.EPOCH), HOLIDAYS::contains);

    @ParameterizedTest(name = "asked for as {0}, born on {1}, eligible until {2}: {3}")
    @CsvSource({
        "ROUTINE,  2026-07-20,           , ROUTINE",
        "ROUTINE,  2026-07-20, 2026-12-24, ROUTINE",
        "ROUTINE,  2026-07-20, 2026-12-23, PRESSING",
        "ROUTINE,  2026-07-20, 2026-12-01, PRESSING",
        "ROUTINE,  2026-07-20, 2026-11-30, CRITICAL",
        "ROUTINE,  2026-07-20, 2026-11-20, CRITICAL",
        "ROUTINE,  2026-10-13,           , PRESSING",
        "ROUTINE,  2026-10-12,           , ROUTINE",
        "PRESSING, 2026-10-12,           , PRESSING",
        "CRITICAL, 2026-07-20,           , CRITICAL",
        "PRESSING,           ,           , PRESSING"
    })
    void isAsPressingAsItHasBecomeOnTheDayOfTheOffer(
            Urgency asked, LocalDate born, LocalDate eligibleUntil, Urgency expected) {
        var request = RequestBuilder.aRequest()
                .bornOn(born)
                .eligibleUntil(eligibleUntil)
                .urgency(asked)
                .build();

        assertEquals(expected, LIMITS.period(request, RequestBuilder.NOW).urgency());
    }

    @ParameterizedTest(name = "{0} offered at {1} is to be answered until {2}")
    @CsvSource({
        "ROUTINE,  2026-11-23T17:00:01Z, 2026-11-26T17:00:01Z",
        "ROUTINE,  2026-11-20T17:00:00Z, 2026-11-25T17:00:00Z",
        "ROUTINE,  2026-11-21T09:00:00Z, 2026-11-25T09:00:00Z",
        "ROUTINE,  2026-12-23T09:00:00Z, 2026-12-29T09:00:00Z",
        // Clocks go back on 25 October: the same time of day in Paris is another instant.
        "ROUTINE,  2026-10-23T09:00:00Z, 2026-10-28T10:00:00Z",
        "PRESSING, 2026-11-20T17:00:00Z, 2026-11-21T17:00:00Z",
        "CRITICAL, 2026-11-21T23:00:00Z, 2026-11-22T03:00:00Z"
    })
    void givesAHubTimeToAnswer(Urgency urgency, Instant offeredAt, Instant expected) {
        assertEquals(expected, LIMITS.deadline(urgency, offeredAt));
    }

    @ParameterizedTest(name = "{0} asked at {1}, of {2}, told at {3}: until {4}")
    @CsvSource({
        // From Monday to Thursday, 72 hours; a day has passed on Tuesday, and two are left.
        "ROUTINE,  2026-11-24T17:00:00Z, 2026-11-26T17:00:00Z, 2026-11-25T08:00:00Z, 2026-11-27T08:00:00Z",
        // An hour of Friday is left: on Saturday nothing passes, so that it ends on Monday.
        "ROUTINE,  2026-11-27T21:00:00Z, 2026-11-27T22:00:00Z, 2026-11-28T10:00:00Z, 2026-11-30T00:00:00Z",
        "ROUTINE,  2026-12-24T22:00:00Z, 2026-12-28T11:00:00Z, 2026-12-25T11:00:00Z, 2026-12-28T12:00:00Z",
        "ROUTINE,  2026-11-26T17:00:00Z, 2026-11-26T17:00:00Z, 2026-11-26T18:00:00Z, 2026-11-26T18:00:00Z",
        "PRESSING, 2026-11-20T17:00:00Z, 2026-11-21T10:00:00Z, 2026-11-21T09:00:00Z, 2026-11-22T02:00:00Z",
        "CRITICAL, 2026-11-21T23:00:00Z, 2026-11-22T01:30:00Z, 2026-11-22T00:10:00Z, 2026-11-22T02:40:00Z",
        "CRITICAL, 2026-11-21T23:00:00Z, 2026-11-21T22:00:00Z, 2026-11-21T23:10:00Z, 2026-11-21T23:10:00Z"
    })
    void goesOnWithWhatWasLeft(Urgency urgency, Instant asked, Instant expiresAt, Instant told, Instant expected) {
        var left = LIMITS.left(urgency, asked, expiresAt);

        assertEquals(expected, LIMITS.resumed(urgency, told, left));
    }

    @ParameterizedTest(name = "{0} asked at {1} rests until {2} at the latest")
    @CsvSource({
        "ROUTINE,  2026-11-26T17:00:00Z, 2026-12-03T17:00:00Z",
        "PRESSING, 2026-11-26T17:00:00Z, 2026-11-27T17:00:00Z",
        "CRITICAL, 2026-11-26T17:00:00Z, 2026-11-26T21:00:00Z"
    })
    void restsForADatedTimeAtMost(Urgency urgency, Instant asked, Instant expected) {
        assertEquals(expected, LIMITS.restsUntil(urgency, asked));
    }
}
