package fr.genereferral.e2e.check;

import fr.genereferral.e2e.support.Organisation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What the clients of a run sent, under which key, and every answer: what the platform is held to. */
public final class ClientBook {
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    public Sent open(Organisation organisation, String key, String body) {
        var opened = new Sent(organisation, key, body);
        sent.add(opened);
        return opened;
    }

    public List<Sent> all() {
        return List.copyOf(sent);
    }

    public Stream<Sent> acknowledged() {
        return sent.stream().filter(s -> s.acknowledgement().isPresent());
    }

    public Stream<Sent> ambiguous() {
        return sent.stream().filter(Sent::wasAmbiguous);
    }

    public Stream<Sent> refused() {
        return sent.stream().filter(s -> s.refusal().isPresent());
    }

    /** What was answered so at least once. */
    public List<Sent> answered(int status) {
        return sent.stream()
                .filter(s -> s.attempts().stream().anyMatch(a -> a.status() == status))
                .toList();
    }

    /** How many tries had been sent and not answered at that instant of {@link System#nanoTime}, which is past. */
    public long openAt(long instant) {
        return sent.stream()
                .flatMap(s -> s.attempts().stream())
                .filter(attempt -> attempt.wasOpenAt(instant))
                .count();
    }

    @Override
    public String toString() {
        return "%d sent, %d acknowledged, %d ambiguous, %d refused"
                .formatted(
                        sent.size(),
                        acknowledged().count(),
                        ambiguous().count(),
                        refused().count());
    }
}
