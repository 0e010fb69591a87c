package fr.genereferral.e2e.check;

import fr.genereferral.e2e.support.Organisation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One referral that a client wants to send, with the key it uses each time, and what came of each try. */
public final class Sent {
    private final Organisation organisation;
    private final String key;
    private final String body;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    Sent(Organisation organisation, String key, String body) {
        this.organisation = organisation;
        this.key = key;
        this.body = body;
    }

    public Organisation organisation() {
        return organisation;
    }

    public String key() {
        return key;
    }

    public String body() {
        return body;
    }

    /** As valid as the other, of a child who lives elsewhere. */
    String anotherBody() {
        return body.replaceFirst("\"residenceDepartement\":\"[^\"]*\"", "\"residenceDepartement\":\"29\"");
    }

    public void note(Attempt attempt) {
        attempts.add(attempt);
    }

    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** The first answer that promised something. */
    public Optional<Attempt> acknowledgement() {
        return attempts.stream().filter(Attempt::isAcknowledged).findFirst();
    }

    /** At least one try of which the client does not know what came of it. */
    public boolean wasAmbiguous() {
        return attempts.stream().anyMatch(Attempt::isAmbiguous);
    }

    public Optional<Attempt> refusal() {
        return attempts.stream().filter(Attempt::isRefused).findFirst();
    }

    @Override
    public String toString() {
        return organisation.finess() + "/" + key;
    }
}
