package fr.genereferral.referral.histories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a history: it stands still but where the history lets it pass. */
final class HistoryClock extends Clock {
    private Instant now;

    HistoryClock(Instant beginning) {
        now = beginning;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Days are those of Paris, by instants alone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
