package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.hgvs.Unusable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that the reports say of each variant, made into one call a variant. */
final class Mentions {
    private static final int LONGEST_NAME = 80;

    private final Map<String, List<Mention>> byKey = new TreeMap<>();

    /**
     * One saying: the statement, its name as written, and what the name comes to.
     *
     * @param copies null when not stated
     * @param contradictory the name and the field beside it cannot both be true
     */
    record Mention(
            Variant variant,
            String shown,
            Zygosity copies,
            boolean contradictory,
            boolean mosaic,
            Unusable unusable,
            VariantCall.Change change) {}

    void add(String key, Mention mention) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(mention);
    }

    /** Every variant once, in a stable order. */
    List<VariantCall> merged() {
        return byKey.entrySet().stream()
                .map(entry -> call(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static VariantCall call(String key, List<Mention> mentions) {
        return mentions.size() == 1 ? only(key, mentions.get(0)) : merged(key, mentions);
    }

    /** Nearly every variant is named once: there is nothing to weigh. */
    private static VariantCall only(String key, Mention said) {
        var variant = said.variant();
        return new VariantCall(
                key,
                shown(said.shown()),
                variant.acmgClass(),
                variant.acmgClass() == null ? null : variant.classifiedOn(),
                said.contradictory() ? null : said.copies(),
                said.mosaic(),
                said.unusable(),
                variant.report() == null ? Set.of() : Set.of(variant.report()),
                said.change());
    }

    private static VariantCall merged(String key, List<Mention> mentions) {
        var latest = latestClassified(mentions.stream().map(Mention::variant).toList());
        var classes = latest.stream().map(Variant::acmgClass).distinct().toList();
        return new VariantCall(
                key,
                shown(mentions.stream()
                        .map(Mention::shown)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()),
                classes.size() == 1 ? classes.get(0) : null,
                classes.isEmpty() ? null : latest.get(0).classifiedOn(),
                copies(mentions),
                mentions.stream().anyMatch(Mention::mosaic),
                mentions.stream()
                        .map(Mention::unusable)
                        .filter(Objects::nonNull)
                        .min(Comparator.comparing(Unusable::reason).thenComparing(Unusable::place))
                        .orElse(null),
                mentions.stream()
                        .map(m -> m.variant().report())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                change(mentions));
    }

    /** Silence contradicts nobody; two words that differ say nothing. */
    private static Zygosity copies(List<Mention> mentions) {
        var stated = mentions.stream()
                .map(Mention::copies)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var agreed = stated.size() == 1 && mentions.stream().noneMatch(Mention::contradictory);
        return agreed ? stated.get(0) : null;
    }

    /** The same name covers the same bases; the exons may have been stated beside it once and not again. */
    private static VariantCall.Change change(List<Mention> mentions) {
        return mentions.stream()
                .map(Mention::change)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(
                        VariantCall.Change::exons, Comparator.nullsLast(Comparator.comparing(ExonMap.Span::toString))))
                .orElse(null);
    }

    /** As the laboratory wrote it, and short enough to be read. */
    private static String shown(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /** The latest classifications count; two different ones of the same day leave it uncertain. */
    private static List<Variant> latestClassified(List<Variant> variants) {
        var classified = variants.stream().filter(v -> v.acmgClass() != null).toList();
        var day = classified.stream()
                .map(Variant::classifiedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return classified.stream()
                .filter(v -> Objects.equals(v.classifiedOn(), day))
                .toList();
    }
}
