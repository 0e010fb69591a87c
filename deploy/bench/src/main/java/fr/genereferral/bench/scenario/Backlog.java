package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.Commits;
import fr.genereferral.bench.load.ClosedLoop;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.local.process.Patience;
import fr.genereferral.local.service.ServiceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Referrals that came in while their events went nowhere, and how they are worked off, stage by stage. */
final class Backlog {
    private static final int CLIENTS = 32;
    private static final Duration TO_DRAIN = Duration.ofMinutes(4);

    private final Bed bed;
    private final Topics topics;
    private final Pause pause;
    private final Outbox outbox;
    private final List<String> rows = new ArrayList<>();
    private long referrals;
    private double intakeRate;

    Backlog(Bed bed, Topics topics) {
        this.bed = bed;
        this.topics = topics;
        pause = new Pause(bed);
        outbox = new Outbox(bed, "referral");
    }

    void fill() {
        empty();
        outbox.stop();
        var seconds = 0.0;
        while (referrals < bed.settings().backlog()) {
            bed.renewTokens();
            var run =
                    ClosedLoop.run(bed.sender().loop(), CLIENTS, bed.settings().round(), c -> bed.door()
                            .refer());
            run.demandNoneRefused();
            referrals += run.acknowledged();
            seconds += run.seconds();
        }
        intakeRate = referrals / seconds;
        rows.add("intake, %d clients | %d | %.0f | ".formatted(CLIENTS, referrals, intakeRate));
    }

    /** An event of a referral that is gone would be retried and end as a dead letter: so everything has arrived first. */
    private void empty() {
        pause.letAllGo();
        for (var group : List.of("referral-service", "eligibility-service", "hub-directory-service")) {
            new Patience("end of what " + group + " has to hear", TO_DRAIN).until(() -> topics.lag(group) == 0);
        }
        var referral = bed.database("referral");
        new Patience("offers for all of the last pass", TO_DRAIN)
                .until(() -> referral.count("select count(*) from referral where state <> 'OFFERED'") == 0);
        new IntakeTables(bed).empty();
        bed.database("eligibility").execute("truncate assessment, held_dossier, held_variant");
        bed.database("hub_directory").execute("truncate placement cascade");
    }

    void drain(Findings findings) {
        pause.holdAllBut(ServiceSettings.REFERRAL);
        rows.add(carried());
        for (var stage : Stage.ALL) {
            var pace = drained(stage);
            rows.add(pace.row(stage.name()));
            findings.verdict(
                    stage.name() + " ≥ intake",
                    "%.0f/s against %.0f/s".formatted(pace.perSecond(), intakeRate),
                    pace.perSecond() >= intakeRate);
        }
        findings.table("stage | events | a second, first effect to last | a second, since it was let go", rows);
    }

    /** Connect alone at work: from the first event on the topic to the last. */
    private String carried() {
        var before = topics.end("referral.events");
        outbox.resume();
        var effects = new ArrayList<Instant>();
        var letGo = Instant.now();
        new Patience("events of all referrals", TO_DRAIN).until(() -> {
            var there = topics.end("referral.events") - before;
            var now = Instant.now();
            while (effects.size() < there) {
                effects.add(now);
            }
            return there >= referrals;
        });
        return Pace.of(effects, letGo).row("Connect: outbox of referral-service → topic");
    }

    /** With all others held, and what it says kept in its outbox, as intake was measured; then Connect carries that on. */
    private Pace drained(Stage stage) {
        var said = new Outbox(bed, stage.database());
        said.stop();
        pause.holdAllBut(stage.consumer());
        var sentBefore = topics.end(stage.sends());
        var letGo = Instant.now();
        pause.letGo(stage.consumer());
        var database = bed.database(stage.database());
        new Patience(stage.name(), TO_DRAIN)
                .until(() -> database.count("select count(*) from " + stage.effects()) >= referrals);
        said.resume();
        new Patience("events on " + stage.sends(), TO_DRAIN)
                .until(() -> topics.end(stage.sends()) - sentBefore >= referrals);
        var effects = Commits.of(database, stage.effects());
        if (effects.size() != referrals) {
            throw new IllegalStateException(
                    "%s: %d acknowledged, %d there".formatted(stage.name(), referrals, effects.size()));
        }
        return Pace.of(effects, letGo);
    }
}
