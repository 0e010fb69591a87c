package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.Knowledge;
import fr.genereferral.eligibility.RulePack;
import fr.genereferral.eligibility.RulesInForce;
import fr.genereferral.eligibility.json.RulePackReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * All versions that are or were in force, and what is known besides, as read at an instant; on any day exactly one version
 * of each therapy counts.
 */
final class ActiveVersions {
    static final Instant LONG_AGO = Instant.MIN.plusSeconds(1);

    private static final int MOST_DAYS_KEPT = 1_000;

    private final Map<String, List<Version>> byTherapy;
    private final Knowledge knowledge;
    private final Instant readAt;
    private final Map<LocalDate, RulesInForce> byDay;

    private record Version(LocalDate from, RulePack pack) {}

    /** How much there is: of what only grows, another extent tells that there is more. */
    record Extent(long versions, long lastClassification) {}

    ActiveVersions(List<RulePackRow> rows, Knowledge knowledge, Instant readAt) {
        this.byTherapy = rows.stream()
                .map(row -> new Version(row.effectiveFrom(), RulePackReader.read(row.document(), row.version())))
                .collect(Collectors.groupingBy(v -> v.pack().therapy()));
        this.knowledge = knowledge;
        this.readAt = readAt;
        this.byDay = new ConcurrentHashMap<>();
    }

    private ActiveVersions(ActiveVersions same, Instant readAt) {
        this.byTherapy = same.byTherapy;
        this.knowledge = same.knowledge;
        this.readAt = readAt;
        this.byDay = same.byDay;
    }

    /** The same versions, looked for again and found to be all. */
    ActiveVersions stillSoAt(Instant instant) {
        return new ActiveVersions(this, instant);
    }

    Extent extent() {
        return new Extent(
                byTherapy.values().stream().mapToLong(List::size).sum(),
                knowledge.classifications().last());
    }

    static ActiveVersions none(Knowledge knowledge) {
        return new ActiveVersions(List.of(), knowledge, LONG_AGO);
    }

    Instant readAt() {
        return readAt;
    }

    RulesInForce on(LocalDate day) {
        if (byDay.size() > MOST_DAYS_KEPT) {
            byDay.clear();
        }
        return byDay.computeIfAbsent(day, this::rules);
    }

    /** The versions that are named, as far as there are such. */
    List<RulePack> of(Map<String, Integer> versions) {
        return byTherapy.values().stream()
                .flatMap(List::stream)
                .map(Version::pack)
                .filter(pack -> Objects.equals(versions.get(pack.therapy()), pack.version()))
                .toList();
    }

    Optional<LocalDate> firstDay(String orpha) {
        return byTherapy.values().stream()
                .flatMap(List::stream)
                .filter(v -> v.pack().diseases().contains(orpha))
                .map(Version::from)
                .min(Comparator.naturalOrder());
    }

    private RulesInForce rules(LocalDate day) {
        var packs = byTherapy.values().stream()
                .flatMap(versions -> latest(versions, day).stream())
                .toList();
        return new RulesInForce(packs, knowledge);
    }

    private static Optional<RulePack> latest(List<Version> versions, LocalDate day) {
        return versions.stream()
                .filter(v -> !v.from().isAfter(day))
                .max(Comparator.comparing(Version::from)
                        .thenComparing(v -> v.pack().version()))
                .map(Version::pack);
    }
}
