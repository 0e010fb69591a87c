package fr.genereferral.e2e.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I12: a client that did not learn what became of its POST (timeout, cut connection, 5xx) and sends it again with the same key
 * ends with exactly one referral: every answer it ever got names the same one, and one key of its organisation stands for it
 * in the database, where keys are kept as hashes. A second referral would have no key, which I2 sees. A valid POST is never
 * refused, and two clients never hold the same referral.
 */
final class AmbiguityResolved implements Invariant {
    @Override
    public List<Violation> violations(Evidence evidence) {
        var kept = evidence.tables().texts("referral", "select organisation || ' ' || referral_id from idempotency");
        var stored = kept.stream().collect(Collectors.groupingBy(k -> k, Collectors.counting()));
        var book = evidence.book();
        var each = book.all().stream().flatMap(sent -> of(sent, stored));
        return Stream.concat(each, shared(book)).toList();
    }

    private static Stream<Violation> of(Sent sent, Map<String, Long> stored) {
        var named = new HashSet<String>();
        sent.attempts().stream()
                .filter(Attempt::isAcknowledged)
                .map(Attempt::referral)
                .forEach(named::add);
        return Stream.of(
                        named.size() > 1 ? sent + " was answered with several referrals: " + named : "",
                        named.stream()
                                        .anyMatch(id -> stored.getOrDefault(
                                                        sent.organisation().finess() + " " + id, 0L)
                                                != 1)
                                ? sent + " was answered " + named
                                        + ", for which not just one key of its hospital stands"
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
}
