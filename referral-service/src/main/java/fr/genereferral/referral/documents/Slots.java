package fr.genereferral.referral.documents;

import fr.genereferral.referral.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * How many contents may be on their way at one time: each holds a thread, a file and about a megabyte of memory for as long as
 * its caller takes. One organisation that sends many leaves room for the others.
 */
@ApplicationScoped
class Slots {
    private final DocumentsConfig config;
    private final Map<String, Integer> taken = new HashMap<>();

    Slots(DocumentsConfig config) {
        this.config = config;
    }

    /** One place; given back when it is closed, once however often that is. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws Refused when there is none */
    synchronized Slot take(String organisation) {
        var own = taken.getOrDefault(organisation, 0);
        var all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= config.atOnce() || own >= config.atOnceOfOne()) {
            throw Refused.because("TOO_MANY_AT_ONCE");
        }
        taken.put(organisation, own + 1);
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                free(organisation);
            }
        };
    }

    /**
     * Takes a place for what is opened and outlives this call: whoever opens it holds the place from then on, and nobody does
     * where it fails to open.
     */
    <T> T take(String organisation, Function<Slot, T> opening) {
        var slot = take(organisation);
        try {
            return opening.apply(slot);
        } catch (RuntimeException | Error e) {
            slot.close();
            throw e;
        }
    }

    private synchronized void free(String organisation) {
        taken.computeIfPresent(organisation, (name, count) -> count == 1 ? null : count - 1);
    }
}
