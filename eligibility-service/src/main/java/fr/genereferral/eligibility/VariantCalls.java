package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.hgvs.HgvsName;
import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import fr.genereferral.eligibility.hgvs.HgvsReader;
import fr.genereferral.eligibility.hgvs.Unusable;
import fr.genereferral.eligibility.hgvs.Unusable.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the variants of one gene: names against the gene's references, repeats merged, phases gathered. */
final class VariantCalls {
    private static final int LONGEST_NAME = 80;

    private final Gene gene;
    private final Map<String, List<Mention>> mentions = new TreeMap<>();
    private final Map<String, Set<String>> keysById = new TreeMap<>();
    private final Phases phases = new Phases();
    private boolean lostOnBothCopies;

    private record Mention(Variant variant, String shown, Zygosity copies, Unusable unusable) {}

    VariantCalls(Dossier.Genetics genetics, Gene gene) {
        this.gene = gene;
        genetics.variants().stream().filter(v -> v.gene().equals(gene.hgnc())).forEach(this::add);
        genetics.phases().forEach(this::relate);
    }

    /** Every variant once, benign ones included, in a stable order. */
    List<VariantCall> all() {
        return mentions.entrySet().stream()
                .map(entry -> call(entry.getKey(), entry.getValue()))
                .toList();
    }

    Phases phases() {
        return phases;
    }

    /** The counted exon is deleted on both copies: as good as having counted none. */
    boolean lostOnBothCopies() {
        return lostOnBothCopies;
    }

    private void add(Variant variant) {
        if (isCountedDeletion(variant)) {
            var benign = variant.acmgClass() != null && variant.acmgClass() < 4;
            lostOnBothCopies |= variant.zygosity() == Zygosity.HOMOZYGOUS && !benign;
            return;
        }
        try {
            addChanges(variant, named(variant));
        } catch (Unusable e) {
            var shown = variant.hgvs() == null ? "-" : variant.hgvs();
            mention("? " + shown, shown, variant, variant.zygosity(), e);
        }
    }

    private boolean isCountedDeletion(Variant variant) {
        return gene.isCounted()
                && "exon-deletion".equals(variant.type())
                && variant.exons() != null
                && gene.countedExon().liesIn(variant.exons());
    }

    private HgvsName named(Variant variant) throws Unusable {
        var name = HgvsReader.read(variant.hgvs());
        var length = gene.references().get(name.accession());
        if (length == null) {
            throw new Unusable(Reason.REFERENCE_NOT_LISTED, 0);
        }
        for (var change : name.changes()) {
            if (length > 0 && change.lastCodingPosition() > length) {
                throw new Unusable(Reason.BEYOND_CODING_SEQUENCE, variant.hgvs().indexOf(change.text()));
            }
        }
        return name;
    }

    private void addChanges(Variant variant, HgvsName name) {
        var first = name.changes().get(0).text();
        if (name.changes().size() == 1) {
            mention(first, variant.hgvs(), variant, variant.zygosity(), null);
            return;
        }
        var second = name.changes().get(1).text();
        if (first.equals(second)) {
            var both = name.arrangement() == Arrangement.TRANS ? Zygosity.HOMOZYGOUS : Zygosity.HETEROZYGOUS;
            mention(first, variant.hgvs(), variant, both, null);
            return;
        }
        var copies = variant.zygosity() == Zygosity.MOSAIC ? Zygosity.MOSAIC : Zygosity.HETEROZYGOUS;
        mention(first, first, variant, copies, null);
        mention(second, second, variant, copies, null);
        phases.say(first, second, name.arrangement());
    }

    private void mention(String key, String shown, Variant variant, Zygosity copies, Unusable unusable) {
        mentions.computeIfAbsent(key, k -> new ArrayList<>()).add(new Mention(variant, shown, copies, unusable));
        if (variant.id() != null) {
            keysById.computeIfAbsent(variant.id(), k -> new HashSet<>()).add(key);
        }
    }

    private void relate(Dossier.Phase phase) {
        var arrangement = Arrangement.valueOf(phase.phase().toUpperCase(Locale.ROOT));
        for (var one : keysById.getOrDefault(phase.variants().get(0), Set.of())) {
            for (var other : keysById.getOrDefault(phase.variants().get(1), Set.of())) {
                if (!one.equals(other)) {
                    phases.say(one, other, arrangement);
                }
            }
        }
    }

    private static VariantCall call(String key, List<Mention> mentions) {
        var copies = mentions.stream().map(Mention::copies).collect(Collectors.toSet());
        return new VariantCall(
                key,
                shown(mentions),
                latestClass(mentions.stream().map(Mention::variant).toList()),
                copies.size() == 1 ? copies.iterator().next() : null,
                copies.contains(Zygosity.MOSAIC),
                mentions.get(0).unusable(),
                mentions.stream()
                        .map(m -> m.variant().report())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** As the laboratory wrote it, and short enough to be read. */
    private static String shown(List<Mention> mentions) {
        var name = mentions.stream()
                .map(Mention::shown)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /** The latest classification counts; two different ones of the same day leave it uncertain. */
    private static Integer latestClass(List<Variant> variants) {
        var classified = variants.stream().filter(v -> v.acmgClass() != null).toList();
        var day = classified.stream()
                .map(Variant::classifiedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var classes = classified.stream()
                .filter(v -> Objects.equals(v.classifiedOn(), day))
                .map(Variant::acmgClass)
                .collect(Collectors.toSet());
        return classes.size() == 1 ? classes.iterator().next() : null;
    }
}
