package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.load.Latencies;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Stopwatch;
import fr.genereferral.bench.report.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a page of a list takes, with row-level security on, when there are 10,000 referrals and offers and when there
 * are a million: as a hospital, a hub and the coordination read it, from several places in the list and narrowed in several
 * ways; and a hub's worklist, on which as many wait in both.
 */
public final class Lists implements Scenario {
    private static final int FEW = Archive.WAITING_AMONG;
    private static final int WARM_UPS = 150;
    private static final int ROUNDS = 150;
    private static final double TARGET_MILLIS = 30;
    private static final double TARGET_GROWTH = 1.5;

    /** How long the pages of one reader took, by question. */
    private record Taken(Latencies all, Map<String, Latencies> byQuestion) {}

    @Override
    public Findings measure(Bed bed) throws InterruptedException {
        var many = bed.settings().archive();
        var findings = new Findings("Lists of %,d and of %,d".formatted(FEW, many));
        new Outbox(bed, "referral").disconnect();
        new Outbox(bed, "hub_directory").disconnect();
        var archive = new Archive(bed);
        var amongFew = measured(bed, archive, FEW, findings);
        var amongMany = measured(bed, archive, many, findings);
        tell(findings, many, amongFew, amongMany);
        Memory.tell(bed, findings);
        return findings;
    }

    private static Map<String, Taken> measured(Bed bed, Archive archive, int size, Findings findings)
            throws InterruptedException {
        archive.grow(size, bed.settings().archive());
        var readers = ListReader.all(bed);
        readers.forEach(reader -> ask(reader, WARM_UPS));
        bed.quiet().await();
        var watch = Stopwatch.start(bed.processes());
        var taken = new LinkedHashMap<String, Taken>();
        readers.forEach(reader -> taken.put(reader.name(), ask(reader, ROUNDS)));
        var foreign = watch.foreign();
        findings.say(
                "With %,d: others used %.0f %% of the processors%s.",
                size, foreign * 100, foreign > Quiet.LIMIT ? ", **busy**" : "");
        return taken;
    }

    private static Taken ask(ListReader reader, int rounds) {
        reader.pages().renewToken();
        var taken = new Taken(new Latencies(), new LinkedHashMap<>());
        for (var round = 0; round < rounds; round++) {
            for (var question : reader.questions()) {
                var began = System.nanoTime();
                var page = reader.pages().page(question);
                var latency = System.nanoTime() - began;
                taken.all().add(latency);
                taken.byQuestion()
                        .computeIfAbsent(named(question), first -> new Latencies())
                        .add(latency);
                if ((question.isEmpty() || question.startsWith("reference=")) && page.isEmpty()) {
                    throw new IllegalStateException("Nothing is in " + reader.name());
                }
            }
        }
        return taken;
    }

    private static String named(String question) {
        if (question.isEmpty()) {
            return "the first page";
        }
        if (question.startsWith("reference=")) {
            return "`reference=…`";
        }
        if (question.startsWith("updatedSince=") && !question.startsWith("updatedSince=2099")) {
            return "`updatedSince=` yesterday";
        }
        return question.startsWith("cursor=") ? "a page further on" : "`" + question + "`";
    }

    private static void tell(Findings findings, int size, Map<String, Taken> few, Map<String, Taken> many) {
        var rows = new ArrayList<String>();
        few.forEach((reader, before) -> before.byQuestion().forEach((question, latencies) -> {
            var after = many.get(reader).byQuestion().get(question);
            rows.add("%s | %s | %.1f, %.1f ms | %.1f, %.1f ms"
                    .formatted(
                            reader,
                            question,
                            latencies.millis(0.5),
                            latencies.millis(0.99),
                            after.millis(0.5),
                            after.millis(0.99)));
        }));
        findings.table("list | asked | of %,d: p50, p99 | of %,d: p50, p99".formatted(FEW, size), rows);
        few.forEach((reader, before) -> {
            var p99 = many.get(reader).all().millis(0.99);
            var growth = p99 / before.all().millis(0.99);
            findings.verdict(
                    "a page of %s among %,d, p99 < 30 ms".formatted(reader, size),
                    "%.1f ms".formatted(p99),
                    p99 < TARGET_MILLIS);
            findings.verdict(
                    "that against one among %,d, at most 1.5 times".formatted(FEW),
                    "%.2f times (p50: %.2f)"
                            .formatted(
                                    growth,
                                    many.get(reader).all().millis(0.5)
                                            / before.all().millis(0.5)),
                    growth <= TARGET_GROWTH);
        });
    }
}
