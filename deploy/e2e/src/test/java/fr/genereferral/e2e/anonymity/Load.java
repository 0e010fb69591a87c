package fr.genereferral.e2e.anonymity;

import static fr.genereferral.e2e.anonymity.Errands.BASTIA;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A hospital that sends referrals and opens identities without a pause, at two replicas in turns. It never finds both of them away:
 * whoever restarts one of them waits, until it answers and more has been done, before the other one is restarted.
 */
final class Load implements AutoCloseable {
    private static final String HOSPITAL = "hospital-" + BASTIA;
    private static final int FIRST = 5000;
    private static final int TRIES = 300;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int BUSY = 503;
    /** The same request is on its way at the other replica, which was broken off. */
    private static final int AT_WORK = 409;

    private final Client client;
    private final List<String> replicas;
    private final AtomicInteger number = new AtomicInteger(FIRST);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "load");
    private int turn;
    private volatile boolean stopping;

    Load(Client client, String... replicas) {
        this.client = client;
        this.replicas = List.of(replicas);
        thread.start();
    }

    private void run() {
        while (!stopping && wrong.size() < 10) {
            var patient = new Patient(number.incrementAndGet());
            var key = "load " + patient.number();
            var posted = until(
                    201,
                    replica -> client.post(
                            HOSPITAL,
                            replica + "/v1/referrals",
                            key,
                            patient.body().toString()));
            var id = posted == null ? null : posted.id().orElseThrow();
            var opened = id == null
                    ? null
                    : until(200, replica -> client.get(HOSPITAL, replica + "/v1/referrals/" + id + "/identity"));
            if (opened == null || !opened.body().contains(patient.name())) {
                wrong.add("patient " + patient.number() + ": " + posted + " " + opened);
            }
            done.incrementAndGet();
        }
    }

    /** One call at one of the replicas. */
    private interface Call {
        Answer at(String replica);
    }

    /** That both are away is no reason to try again, it is what must not be; that they are slow, or at this request already, is. */
    private Answer until(int status, Call call) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var answer = answered(call);
            if (answer.isEmpty()) {
                wrong.add("neither replica takes a request");
                return null;
            }
            if (answer.get().status() == status) {
                return answer.get();
            }
            if (answer.get().status() != BUSY && answer.get().status() != AT_WORK) {
                wrong.add(answer.get().toString());
                return null;
            }
            pause();
        }
        return null;
    }

    /** Of the one whose turn it is or, at once, of the other. */
    private Optional<Answer> answered(Call call) {
        turn++;
        for (var i = 0; i < replicas.size(); i++) {
            var answer = asked(replicas.get((turn + i) % replicas.size()), call);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Empty where it is away: nobody there, or only somebody who says in no words of ours that it is shutting down. */
    private static Optional<Answer> asked(String replica, Call call) {
        try {
            return Optional.of(call.at(replica))
                    .filter(answer -> answer.status() != BUSY || !answer.body().isEmpty());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int done() {
        return done.get();
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(Duration.ofMinutes(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
