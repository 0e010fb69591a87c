package fr.genereferral.referral.inbox;

import fr.genereferral.referral.rounds.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Takes a batch of records to the inbox: all in one transaction, or, when that fails, one by one to find the event that
 * cannot be applied, which goes to the dead letters while the next one goes on. While the database is away nothing is
 * given up: the batch waits.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    /** Enough for a deadlock to pass; few enough that the next event waits less than a second. */
    private static final int TRIES = 3;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Inbox inbox;
    private final MeterRegistry meters;

    Intake(Inbox inbox, MeterRegistry meters) {
        this.inbox = inbox;
        this.meters = meters;
    }

    private record Arrival(KafkaRecord<String, byte[]> record, Received event) {}

    /**
     * @param types the event types that the handler understands; the others only keep the count
     */
    public Uni<Void> take(KafkaRecordBatch<String, byte[]> batch, Set<String> types, EventHandler handler) {
        var topic = batch.getRecords().get(0).getTopic();
        var known = new KnownTypes(types, handler, meters);
        var taken = Uni.createFrom().deferred(() -> opened(batch, topic, known));
        return taken.chain(() -> Uni.createFrom().completionStage(batch.ack()));
    }

    private Uni<Void> together(String topic, List<Arrival> arrivals, KnownTypes known) {
        var events = events(arrivals);
        return passed(topic, events, known)
                .chain(passed -> passed
                        ? Uni.createFrom().voidItem().invoke(() -> known.skipped(events))
                        : inbox.apply(topic, events, known))
                .onFailure()
                .recoverWithUni(failure -> oneByOne(topic, arrivals, known));
    }

    /** Half of what comes is for somebody else: as long as it comes in turn, it costs one trip to the database. */
    private Uni<Boolean> passed(String topic, List<Received> events, KnownTypes known) {
        return known.isNoneOf(events)
                ? inbox.pass(topic, events).onFailure().recoverWithItem(false)
                : Uni.createFrom().item(false);
    }

    private static List<Received> events(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::event).toList();
    }

    /**
     * Opens the envelopes and takes what is in them; only then does a record without a readable one go to the dead letters,
     * for with it the offset moves past all that came before.
     */
    private Uni<Void> opened(KafkaRecordBatch<String, byte[]> batch, String topic, KnownTypes known) {
        var arrivals = new ArrayList<Arrival>();
        var dead = Uni.createFrom().voidItem();
        for (var record : batch.getRecords()) {
            try {
                arrivals.add(new Arrival(record, Envelope.open(record)));
            } catch (Unreadable e) {
                dead = dead.chain(() -> deadLetter(record, e));
            }
        }
        var unreadable = dead;
        return arrivals.isEmpty()
                ? unreadable
                : together(topic, arrivals, known).chain(() -> unreadable);
    }

    private Uni<Void> oneByOne(String topic, List<Arrival> arrivals, EventHandler handler) {
        var all = Uni.createFrom().voidItem();
        for (var arrival : arrivals) {
            all = all.chain(() -> single(topic, arrival, handler));
        }
        return all;
    }

    /** Until it is applied, or is known to be one that never will be. */
    private Uni<Void> single(String topic, Arrival arrival, EventHandler handler) {
        var failed = new AtomicInteger();
        return Rounds.asLongAs(() -> inbox.apply(topic, List.of(arrival.event()), handler)
                .replaceWith(false)
                .onFailure()
                .recoverWithUni(failure -> inbox.databaseAnswers().chain(answers -> {
                    // An outage does not count as a try: nothing is known about the event yet.
                    if (answers && (failed.incrementAndGet() >= TRIES || failure instanceof Unreadable)) {
                        return deadLetter(arrival.record(), failure).replaceWith(false);
                    }
                    return pause().replaceWith(true);
                })));
    }

    /** Comes back on the context it left: a reactive session works on no other. */
    private static Uni<Void> pause() {
        var context = Vertx.currentContext();
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(PAUSE)
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private Uni<Void> deadLetter(KafkaRecord<String, byte[]> record, Throwable why) {
        meters.counter("inbox.dead.letters", "topic", record.getTopic()).increment();
        LOG.errorf(
                "dead letter: topic=%s partition=%d key=%s reason=%s",
                record.getTopic(),
                record.getPartition(),
                record.getKey(),
                why.getClass().getSimpleName());
        return setAside(record, new Unreadable(reason(why)));
    }

    /** Until it is kept: a dead letter that got lost would be an event that got lost. */
    private static Uni<Void> setAside(KafkaRecord<String, byte[]> record, Unreadable why) {
        return Rounds.asLongAs(() -> Uni.createFrom()
                .completionStage(() -> record.nack(why))
                .replaceWith(false)
                .onFailure()
                .recoverWithUni(failure -> pause().replaceWith(true)));
    }

    /** A database's message may quote a value; only our own words leave. */
    private static String reason(Throwable why) {
        return why instanceof Unreadable ? why.getMessage() : why.getClass().getSimpleName();
    }
}
