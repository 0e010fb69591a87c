package fr.genereferral.e2e.check;

import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I5: the versions of an aggregate are 1..n without a hole, in its row, its timeline and its outbox; a referral makes only
 * legal moves; and when all is quiet the last version that a consumer has applied is the producer's last.
 */
final class VersionsWithoutHole implements Invariant {
    private static final List<String> PRODUCERS = List.of("referral", "eligibility", "hub_directory");

    @Override
    public List<Violation> violations(Evidence evidence) {
        var tables = evidence.tables();
        return Stream.of(
                        outboxes(tables),
                        rows(tables),
                        illegalMoves(tables).stream(),
                        Hearing.all().stream().flatMap(hearing -> notLast(evidence.ledger(), hearing)))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Violation> outboxes(Tables tables) {
        return PRODUCERS.stream()
                .flatMap(
                        database -> tables
                                .violations("I5", "outbox of " + database + " with a hole or a double", database, """
                        select aggregateid from outbox group by aggregatetype, aggregateid
                        having min(sequence) <> 1 or max(sequence) <> count(*) or count(*) <> count(distinct sequence)
                        """)
                                .stream());
    }

    private static Stream<Violation> rows(Tables tables) {
        return Stream.of(
                        tables.violations("I5", "timeline with a hole, or not as long as the version", "referral", """
                        select r.id from referral r left join timeline t on t.referral_id = r.id group by r.id, r.version
                        having min(t.version) <> 1 or max(t.version) <> r.version or count(t.version) <> r.version
                        """),
                        tables.violations("I5", "timeline that ends in another state than the row", "referral", """
                        select r.id from referral r join timeline t on t.referral_id = r.id and t.version = r.version
                        where t.state <> r.state
                        """),
                        tables.violations("I5", "referral that told more or less than its versions", "referral", """
                        select r.id from referral r
                        left join (select aggregateid, max(sequence) as last from outbox group by 1) o
                          on o.aggregateid = r.id::text
                        where o.last is distinct from case when r.clock_started_at is not null then r.version end
                        """),
                        tables.violations(
                                "I5", "placement that told more or less than its versions", "hub_directory", """
                        select p.referral_id from placement p
                        left join (select aggregateid, max(sequence) as last from outbox group by 1) o
                          on o.aggregateid = p.referral_id::text
                        where coalesce(o.last, 0) <> p.version
                        """),
                        tables.violations("I5", "assessments that are not numbered 1..n", "eligibility", """
                        select referral_id from assessment group by referral_id
                        having min(number) <> 1 or max(number) <> count(*)
                        """))
                .flatMap(List::stream);
    }

    private static List<Violation> illegalMoves(Tables tables) {
        var legal = legalMoves();
        return tables
                .read("referral", """
                        select referral_id, coalesce(lag(t.state) over of_one, 'nothing'), t.state
                        from timeline t join referral r on r.id = t.referral_id and r.clock_started_at is not null
                        window of_one as (partition by referral_id order by t.version)
                        """, row -> new Move(row.getString(1), row.getString(2), row.getString(3)))
                .stream()
                .filter(move -> !move.from().equals(move.to()))
                .filter(move -> !legal.contains(move.from() + "," + move.to()))
                .map(move -> new Violation("I5", "illegal move: " + move))
                .toList();
    }

    private record Move(String referral, String from, String to) {}

    /** The table of moves that the service's own test holds its states against. */
    private static Set<String> legalMoves() {
        try {
            var legal = new HashSet<>(Files.readAllLines(
                    Checkout.here().root().resolve("referral-service/src/test/resources/moves.csv")));
            legal.add("nothing,DRAFT");
            legal.add("nothing,ASSESSING");
            legal.add("nothing,DUPLICATE_REVIEW");
            return legal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Violation> notLast(Ledger ledger, Hearing hearing) {
        var inbox = ledger.inboxes().get(hearing);
        return ledger.lastWritten(hearing.topic()).entrySet().stream()
                .filter(last -> inbox.position(last.getKey()) != last.getValue() && !inbox.isBlocked(last.getKey()))
                .map(last -> new Violation(
                        "I5",
                        "%s has applied %s to %d of %d"
                                .formatted(hearing, last.getKey(), inbox.position(last.getKey()), last.getValue())));
    }
}
