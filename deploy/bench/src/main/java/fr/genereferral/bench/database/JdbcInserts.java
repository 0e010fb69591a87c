package fr.genereferral.bench.database;

import fr.genereferral.bench.load.Latencies;
import fr.genereferral.bench.load.Run;
import fr.genereferral.local.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Through pgjdbc, a thread and two connections a client, each statement waiting for the one before. */
final class JdbcInserts implements BareInserts {
    private final List<Template> templates;
    private final Database referral;
    private final Database keys;

    JdbcInserts(List<Template> templates, Database referral, Database keys) {
        this.templates = templates;
        this.referral = referral;
        this.keys = keys;
    }

    /** @param inTime before the end of the run */
    private record Count(long inTime, long acknowledged) {}

    @Override
    public String client() {
        return "pgjdbc";
    }

    @Override
    public Run run(int clients, Duration length) {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var start = new CyclicBarrier(clients);
            var counts = new ArrayList<Future<Count>>();
            for (var client = 0; client < clients; client++) {
                var first = client;
                counts.add(threads.submit(() -> insert(first, start, length)));
            }
            return sum(counts, length);
        } finally {
            threads.shutdownNow();
        }
    }

    private Count insert(int first, CyclicBarrier start, Duration length)
            throws SQLException, InterruptedException, BrokenBarrierException {
        try (var rows = new JdbcTransaction(referral);
                var key = new JdbcTransaction(keys)) {
            start.await();
            var end = System.nanoTime() + length.toNanos();
            var acknowledged = 0L;
            var inTime = 0L;
            while (System.nanoTime() < end) {
                var template = templates.get((int) ((first + acknowledged) % templates.size()));
                var id = FreshId.next();
                key.write(template.key(), id, template.original());
                rows.write(template.rows(), id, template.original());
                acknowledged++;
                inTime += System.nanoTime() < end ? 1 : 0;
            }
            return new Count(inTime, acknowledged);
        }
    }

    private static Run sum(List<Future<Count>> counts, Duration length) {
        var inTime = 0L;
        var acknowledged = 0L;
        for (var count : counts) {
            try {
                inTime += count.get().inTime();
                acknowledged += count.get().acknowledged();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return new Run(inTime, acknowledged, length.toNanos() / 1e9, Map.of(), new Latencies());
    }
}
