package fr.genereferral.hubdirectory.notice;

import fr.genereferral.hubdirectory.Notices.Mark;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who follows a hub's worklist: how far he has come, and what still waits for him. */
final class Follower {
    private final Reader reader;
    private final MultiEmitter<? super Signal> line;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long number;
    private volatile Instant movedAt;

    /**
     * Who reads.
     *
     * @param until when the token ends, and with it the stream
     * @param hangUp breaks the connection off: one that takes nothing would not hear of its end either
     */
    record Reader(String hub, Instant until, Runnable hangUp) {}

    Follower(Reader reader, MultiEmitter<? super Signal> line, long from, int mostWaiting, Instant now) {
        this.reader = reader;
        this.line = line;
        this.number = from;
        this.mostWaiting = mostWaiting;
        this.movedAt = now;
    }

    Mark mark() {
        return new Mark(reader.hub(), number);
    }

    /** What he has seen already is passed over; one look at a time, so that the order holds. */
    synchronized void tell(List<Signal> signals, Instant now) {
        for (var signal : signals) {
            if (signal.id() > number) {
                number = signal.id();
                send(signal, now);
            }
        }
    }

    /** Whether he takes what he is given: only then is more read for him, for it waits as well where it is kept. */
    boolean hasRoom() {
        return waiting.get() <= mostWaiting / 2;
    }

    /** A sign of life when nothing else has been one; the end when the token has ended, or he takes nothing. */
    void tick(Duration heartbeat, Instant now) {
        if (!now.isBefore(reader.until())) {
            line.complete();
        } else if (!movedAt.plus(heartbeat).isAfter(now)) {
            if (hasRoom()) {
                send(Signal.ALIVE, now);
            } else {
                sendAway();
            }
        }
    }

    void send(Signal signal, Instant now) {
        if (line.isCancelled()) {
            return;
        }
        if (waiting.incrementAndGet() > mostWaiting) {
            sendAway();
            return;
        }
        movedAt = now;
        line.emit(signal);
    }

    private void sendAway() {
        line.complete();
        reader.hangUp().run();
    }

    /** The reader has room for one more. */
    void taken() {
        waiting.decrementAndGet();
    }
}
