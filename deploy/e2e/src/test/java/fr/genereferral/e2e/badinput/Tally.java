package fr.genereferral.e2e.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run has sent and what came back. Refusals are timed; nothing is asserted of their times, machines differ. */
final class Tally {
    private static final Path FILE = Path.of("target", "badinput.txt");
    /** Sending so many bytes takes longer than any answer: what is large is timed with the rest and apart. */
    private static final int LARGE = 100_000;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<Long> refusals = new ArrayList<>();
    private final List<Long> smallRefusals = new ArrayList<>();
    private final List<Long> largeRefusals = new ArrayList<>();
    private int hangUps;

    synchronized void add(Case done, Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        kinds.merge(done.kind(), 1, Integer::sum);
        if (answer.status() >= 400) {
            refusals.add(answer.nanos());
            (done.call().body().length > LARGE ? largeRefusals : smallRefusals).add(answer.nanos());
        }
    }

    synchronized void addHangUps(int times) {
        hangUps += times;
    }

    /** What was sent of, in the order of the alphabet. */
    synchronized Set<String> kinds() {
        return new TreeSet<>(kinds.keySet());
    }

    synchronized int sent() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized String line(String phase, long seconds) {
        var sent = "badinput %s: %d requests in %d s, statuses %s; ".formatted(phase, sent(), seconds, statuses);
        var refused = "refusals %s; small bodies refused %s; large bodies refused %s; "
                .formatted(times(refusals), times(smallRefusals), times(largeRefusals));
        return sent + refused + "hung up on %d kept connections; kinds %s".formatted(hangUps, kinds);
    }

    static void write(List<String> lines) {
        lines.forEach(System.out::println);
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String times(List<Long> nanos) {
        if (nanos.isEmpty()) {
            return "none";
        }
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return "%d, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms"
                .formatted(sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), at(sorted, 1));
    }

    private static double at(long[] sorted, double part) {
        var index = (int) Math.min(sorted.length - 1L, Math.round(part * sorted.length));
        return Arrays.stream(sorted, index, index + 1).sum() / 1e6;
    }
}
