package fr.genereferral.e2e.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I12: a client that did not learn what became of its POST (timeout, cut connection, 5xx) and sends it again with the same key
 * ends with exactly one referral: every answer it ever got names the same one, and so does the database. A valid POST is never
 * refused, and two clients never hold the same referral.
 */
final class AmbiguityResolved implements Invariant {
    @Override
    public List<Violation> violations(Evidence evidence) {
        var stored = stored(evidence.tables());
        var book = evidence.book();
        var each = book.all().stream().flatMap(sent -> of(sent, stored));
        return Stream.concat(each, shared(book)).toList();
    }

    private static Stream<Violation> of(Sent sent, Map<String, String> stored) {
        var named = new HashSet<String>();
        sent.attempts().stream()
                .filter(Attempt::isAcknowledged)
                .map(Attempt::referral)
                .forEach(named::add);
        var kept = stored.get(sent.toString());
        return Stream.of(
                        named.size() > 1 ? sent + " was answered with several referrals: " + named : "",
                        named.size() == 1 && !Set.of(kept == null ? "" : kept).equals(named)
                                ? "%s was answered %s, the key stands for %s".formatted(sent, named, kept)
                                : "",
                        named.isEmpty() && sent.refusal().isEmpty() ? sent + " was never answered" : "",
                        sent.refusal()
                                .map(r -> "%s is valid and was refused: %d".formatted(sent, r.status()))
                                .orElse(""))
                .filter(what -> !what.isEmpty())
                .map(what -> new Violation("I12", what));
    }

    private static Stream<Violation> shared(ClientBook book) {
        var holders = new HashMap<String, Sent>();
        return book.acknowledged().flatMap(sent -> {
            var id = sent.acknowledgement().orElseThrow().referral();
            var other = holders.putIfAbsent(id, sent);
            return other == null
                    ? Stream.of()
                    : Stream.of(new Violation("I12", "%s and %s both hold %s".formatted(other, sent, id)));
        });
    }

    private static Map<String, String> stored(Tables tables) {
        var stored = new HashMap<String, String>();
        tables.read(
                "referral",
                "select organisation || '/' || key, referral_id from idempotency",
                row -> stored.put(row.getString(1), row.getString(2)));
        return stored;
    }
}
