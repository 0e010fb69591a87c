package fr.genereferral.hubdirectory.capacity;

import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.BodyHash;
import fr.genereferral.hubdirectory.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Who tells or reads a capacity: a hub's administrator tells that of the own site, the coordinator that of every one. */
@RequestScoped
class Teller {
    private final CurrentUser user;

    Teller(CurrentUser user) {
        this.user = user;
    }

    TellingCapacity.Errand errand(String hub, String key, byte[] body) {
        var errand = errand(key, BodyHash.of(body));
        if (errand.hub() != null && !errand.hub().equals(hub)) {
            throw Refused.because("FORBIDDEN");
        }
        return errand;
    }

    /** What it is about stands in the address alone: the same body under the same key may be about another. */
    TellingCapacity.Errand errand(UUID pause, String key, byte[] body) {
        return errand(key, BodyHash.of(pause.toString(), body));
    }

    private TellingCapacity.Errand errand(String key, byte[] hash) {
        var once = IdempotencyKey.of(user.organisation(), key, hash);
        return new TellingCapacity.Errand(once, user.isCoordinator() ? null : user.hub(), user.signatory());
    }

    /**
     * Who says so.
     *
     * @param otherwise where a declaration names nobody
     * @param isFree whether it may: what is written is never removed
     */
    record Source(String otherwise, boolean isFree) {}

    Source source() {
        return user.isCoordinator()
                ? new Source("saisi par la coordination nationale, sans référence", true)
                : new Source("déclaré par le centre", false);
    }

    /** Who is taken in, week by week, concerns the hub and those who watch over all; others see what can be asked for. */
    boolean seesTaken(String hub) {
        return user.isNational() || user.isOfHub(hub);
    }
}
