package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.Superuser;
import fr.genereferral.bench.load.Latencies;
import fr.genereferral.bench.load.Pages;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Stopwatch;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.local.service.ServiceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a page of a list takes, with row-level security on, when there are 10,000 referrals and offers and when there
 * are a million: as a hospital, a hub and the coordination read it, from several places in the list and narrowed in several
 * ways.
 */
public final class Lists implements Scenario {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int WARM_UPS = 40;
    private static final int ROUNDS = 150;
    private static final double TARGET_MILLIS = 30;
    private static final double TARGET_GROWTH = 1.5;

    /** Who reads which list, and what may be asked of it. */
    private record Reader(String name, Pages pages, List<String> questions) {}

    /** How long the pages of one reader took, by question. */
    private record Taken(Latencies all, Map<String, Latencies> byQuestion) {}

    @Override
    public Findings measure(Bed bed) throws InterruptedException {
        var findings = new Findings("Lists of %,d and of %,d".formatted(FEW, MANY));
        new Outbox(bed, "referral").disconnect();
        new Outbox(bed, "hub_directory").disconnect();
        var archive = new Archive(bed);
        var few = measured(bed, archive, FEW, findings);
        var many = measured(bed, archive, MANY, findings);
        tell(findings, few, many);
        Memory.tell(bed, findings);
        return findings;
    }

    private static Map<String, Taken> measured(Bed bed, Archive archive, int size, Findings findings)
            throws InterruptedException {
        archive.grow(size, MANY);
        var readers = readers(bed);
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

    private static List<Reader> readers(Bed bed) {
        var referrals = bed.database("referral");
        var hospital = "from referral where organisation = '" + Archive.HOSPITAL + "'";
        var hub = "from referral_access where organisation = '" + Archive.HUB + "' and as_hub and until is null";
        var offers = "from offer where hub_id = '" + Archive.HUB + "'";
        var offered = places(bed.database("hub_directory"), "id", offers);
        return List.of(
                new Reader(
                        "a hospital's referrals",
                        bed.pages(ServiceSettings.REFERRAL, "/v1/referrals", "hospital-" + Archive.HOSPITAL),
                        questions(
                                places(referrals, "id", hospital),
                                "state=ESCALATED",
                                "state=ASSESSING",
                                "state=COMPLETED",
                                "updatedSince=" + Instant.now().minus(Duration.ofDays(1)),
                                "updatedSince=2099-01-01T00:00:00Z",
                                "stuck=true",
                                "due=true")),
                new Reader(
                        "a hub's referrals",
                        bed.pages(ServiceSettings.REFERRAL, "/v1/referrals", "hub-" + Archive.HUB),
                        questions(
                                places(referrals, "referral_id", hub),
                                "state=COMPLETED",
                                "state=OFFERED",
                                "stuck=true")),
                new Reader(
                        "the nation's referrals",
                        bed.pages(ServiceSettings.REFERRAL, "/v1/referrals", "national-coordinator"),
                        questions(
                                places(referrals, "id", "from referral"), "state=ESCALATED", "stuck=true", "due=true")),
                new Reader(
                        "a hub's offers",
                        bed.pages(ServiceSettings.HUB_DIRECTORY, "/v1/offers", "hub-" + Archive.HUB),
                        questions(offered, "state=OPEN", "state=ACCEPTED", "state=EXPIRED")));
    }

    /** Pages from the beginning, the first quarter, the middle and almost the end. */
    private static List<String> places(Superuser database, String id, String whose) {
        var count = database.count("select count(*) " + whose);
        var questions = new ArrayList<>(List.of(""));
        for (var share : List.of(0.25, 0.5, 0.95)) {
            var place = "select " + id + "::text " + whose + " order by " + id + " desc offset "
                    + (long) (share * count) + " limit 1";
            questions.add(
                    "cursor=" + database.query(place, row -> row.getString(1)).get(0));
        }
        return questions;
    }

    private static List<String> questions(List<String> places, String... narrowed) {
        var all = new ArrayList<>(places);
        all.addAll(List.of(narrowed));
        return all;
    }

    private static Taken ask(Reader reader, int rounds) {
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
                if (question.isEmpty() && page.isEmpty()) {
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
        return question.startsWith("cursor=") ? "a page further on" : "`" + question + "`";
    }

    private static void tell(Findings findings, Map<String, Taken> few, Map<String, Taken> many) {
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
        findings.table("list | asked | of %,d: p50, p99 | of %,d: p50, p99".formatted(FEW, MANY), rows);
        few.forEach((reader, before) -> {
            var p99 = many.get(reader).all().millis(0.99);
            var growth = p99 / before.all().millis(0.99);
            findings.verdict(
                    "a page of %s among %,d, p99 < 30 ms".formatted(reader, MANY),
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
