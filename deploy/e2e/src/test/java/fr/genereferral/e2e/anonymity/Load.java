package fr.genereferral.e2e.anonymity;

import static fr.genereferral.e2e.anonymity.Errands.BASTIA;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A hospital that sends referrals and opens identities without a pause, at whichever replica answers. */
final class Load implements AutoCloseable {
    private static final String HOSPITAL = "hospital-" + BASTIA;
    private static final int FIRST = 5000;
    private static final int TRIES = 300;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Client client;
    private final List<String> replicas = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger(FIRST);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "load");
    private volatile boolean stopping;

    Load(Client client, String... replicas) {
        this.client = client;
        this.replicas.addAll(List.of(replicas));
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

    /** Tries at one replica after the other, as a client of two replicas does; only being away is a reason to try again. */
    private Answer until(int status, Call call) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            try {
                var answer = call.at(replicas.get(attempt % replicas.size()));
                if (answer.status() == status) {
                    return answer;
                }
                if (answer.status() != 503 && answer.status() != 409) {
                    wrong.add(answer.toString());
                    return null;
                }
            } catch (UncheckedIOException e) {
                pause();
                continue;
            }
            pause();
        }
        return null;
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
