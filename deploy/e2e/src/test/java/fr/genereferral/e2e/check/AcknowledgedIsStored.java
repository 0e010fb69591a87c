package fr.genereferral.e2e.check;

import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** I1: every POST that was acknowledged is stored, for the organisation that sent it, and that organisation can read it. */
final class AcknowledgedIsStored implements Invariant {
    @Override
    public List<Violation> violations(Evidence evidence) {
        var owners = owners(evidence.tables());
        return evidence.book()
                .acknowledged()
                .parallel()
                .flatMap(sent -> missing(sent, owners).stream())
                .toList();
    }

    private static Map<String, String> owners(Tables tables) {
        var owners = new HashMap<String, String>();
        tables.read(
                "referral",
                "select id, organisation from referral",
                row -> owners.put(row.getString(1), row.getString(2)));
        return owners;
    }

    private static Optional<Violation> missing(Sent sent, Map<String, String> owners) {
        var id = sent.acknowledgement().orElseThrow().referral();
        var owner = owners.get(id);
        if (!sent.organisation().finess().equals(owner)) {
            return broken("%s was acknowledged as %s, which %s"
                    .formatted(sent, id, owner == null ? "is not stored" : "is of " + owner));
        }
        return unreadable(sent, id);
    }

    private static Optional<Violation> unreadable(Sent sent, String id) {
        try {
            var answer = sent.organisation().get(ServiceSettings.REFERRAL, "/v1/referrals/" + id);
            return answer.statusCode() == 200 && answer.body().contains(id)
                    ? Optional.empty()
                    : broken("%s was acknowledged as %s, which reads as %d".formatted(sent, id, answer.statusCode()));
        } catch (IOException e) {
            return broken("%s was acknowledged as %s, which cannot be read: %s".formatted(sent, id, e));
        }
    }

    private static Optional<Violation> broken(String what) {
        return Optional.of(new Violation("I1", what));
    }
}
