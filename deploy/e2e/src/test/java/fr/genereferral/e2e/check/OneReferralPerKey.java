package fr.genereferral.e2e.check;

import fr.genereferral.e2e.support.Scale;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * I2: one referral for each organisation and idempotency key, and one key for each referral, two where it was begun as a
 * draft. The key sent again answers the same status, id and place; with another body it is refused (422). The questions are
 * put to a part of the book.
 */
final class OneReferralPerKey implements Invariant {
    private static final int ASKED_AGAIN = Scale.of(20, 200);

    @Override
    public List<Violation> violations(Evidence evidence) {
        var found = new ArrayList<Violation>();
        found.addAll(evidence.tables().violations("I2", "referral without a key of its organisation", "referral", """
                select r.id from referral r where not exists (
                  select 1 from idempotency i where i.referral_id = r.id and i.organisation = r.organisation)
                """));
        found.addAll(evidence.tables().violations("I2", "key that names no referral", "referral", """
                select i.organisation || '/' || i.key from idempotency i
                where not exists (select 1 from referral r where r.id = i.referral_id)
                """));
        found.addAll(evidence.tables().violations("I2", "referral with several keys", "referral", """
                select i.referral_id from idempotency i group by i.referral_id having count(*) > 1 + (
                  select count(*) from audit a where a.referral_id = i.referral_id and a.action = 'BEGIN_DRAFT')
                """));
        asked(evidence.book())
                .parallel()
                .flatMap(OneReferralPerKey::againstAnswers)
                .forEachOrdered(found::add);
        return found;
    }

    /** Spread evenly over the book. */
    private static Stream<Sent> asked(ClientBook book) {
        var acknowledged = book.acknowledged().toList();
        var step = Math.max(1, acknowledged.size() / ASKED_AGAIN);
        return Stream.iterate(0, i -> i < acknowledged.size(), i -> i + step).map(acknowledged::get);
    }

    private static Stream<Violation> againstAnswers(Sent sent) {
        try {
            var first = sent.acknowledgement().orElseThrow();
            var again = post(sent, sent.body());
            var other = post(sent, sent.anotherBody());
            return Stream.of(
                            same(sent, first, again),
                            other.status() == 422 ? "" : sent + " with another body answers " + other.status())
                    .filter(what -> !what.isEmpty())
                    .map(what -> new Violation("I2", what));
        } catch (IOException e) {
            return Stream.of(new Violation("I2", sent + " cannot be sent again: " + e));
        }
    }

    private static String same(Sent sent, Attempt first, Attempt again) {
        var isSame = first.status() == again.status()
                && first.referral().equals(again.referral())
                && first.location().equals(again.location());
        return isSame
                ? ""
                : "%s answered %d %s, sent again %d %s"
                        .formatted(sent, first.status(), first.referral(), again.status(), again.referral());
    }

    private static Attempt post(Sent sent, String body) throws IOException {
        return Attempt.of(
                sent.organisation().post(ServiceSettings.REFERRAL, "/v1/referrals", body, sent.key()),
                System.nanoTime());
    }
}
