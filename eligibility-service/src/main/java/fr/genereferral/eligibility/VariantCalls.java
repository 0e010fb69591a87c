package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.Mentions.Mention;
import fr.genereferral.eligibility.hgvs.HgvsName;
import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import fr.genereferral.eligibility.hgvs.HgvsReader;
import fr.genereferral.eligibility.hgvs.Unusable;
import fr.genereferral.eligibility.hgvs.Unusable.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the variants of one gene: names against the gene's references, repeats merged, phases gathered. */
final class VariantCalls {
    private final Gene gene;
    private final Mentions mentions = new Mentions();
    private final Map<String, Set<String>> keysById = new TreeMap<>();
    private final Phases phases = new Phases();
    private final Set<String> countedReports = new HashSet<>();
    private boolean lostOnBothCopies;

    VariantCalls(Dossier.Genetics genetics, Gene gene) {
        this.gene = gene;
        genetics.variants().stream().filter(v -> v.gene().equals(gene.hgnc())).forEach(this::add);
        genetics.phases().forEach(this::relate);
    }

    /** Every variant once, benign ones included, in a stable order. */
    List<VariantCall> all() {
        return mentions.merged();
    }

    Phases phases() {
        return phases;
    }

    /** The counted exon is deleted on both copies: as good as having counted none. */
    boolean lostOnBothCopies() {
        return lostOnBothCopies;
    }

    /** The reports that such deletions come from. */
    Set<String> countedReports() {
        return countedReports;
    }

    private void add(Variant variant) {
        if (isCountedDeletion(variant)) {
            var benign = variant.acmgClass() != null && variant.acmgClass() < 4;
            lostOnBothCopies |= variant.zygosity() == Zygosity.HOMOZYGOUS && !benign;
            if (variant.report() != null) {
                countedReports.add(variant.report());
            }
            return;
        }
        try {
            addChanges(variant, named(variant));
        } catch (Unusable e) {
            addUnnamed(variant, e);
        }
    }

    /** Whole exons need no name when it is stated which ones are meant. */
    private void addUnnamed(Variant variant, Unusable why) {
        if (isUsableByExons(variant)) {
            var exons = variant.exons();
            var shown = variant.type() + " " + exons.first() + "-" + exons.last();
            var change = new VariantCall.Change(gene, null, null, stated(variant));
            mention(shown, shown, variant, variant.zygosity(), change);
            return;
        }
        var shown = variant.hgvs() == null ? "-" : variant.hgvs();
        var modern = gene.legacyNames().get(shown.strip());
        var legacy = modern == null ? why : new Unusable(Reason.LEGACY_NAME, 0, modern);
        // Two variants without a name are two variants, as long as anything about them differs.
        var key = "? " + (variant.hgvs() == null ? variant.toString() : shown);
        mention(new Mention(variant, shown, variant.zygosity(), false, isMosaic(variant), legacy, null), key);
    }

    private boolean isUsableByExons(Variant variant) {
        return variant.type() != null
                && gene.usableByExons().contains(variant.type())
                && variant.exons() != null
                && variant.exons().first() <= variant.exons().last()
                && (gene.exons() == null || stated(variant) != null);
    }

    private ExonMap.Span stated(Variant variant) {
        return gene.exons() == null || variant.exons() == null
                ? null
                : gene.exons()
                        .span(variant.exons().first(), variant.exons().last())
                        .orElse(null);
    }

    private boolean isCountedDeletion(Variant variant) {
        return gene.isCounted()
                && "exon-deletion".equals(variant.type())
                && variant.exons() != null
                && gene.countedExon().liesIn(variant.exons());
    }

    private HgvsName named(Variant variant) throws Unusable {
        var name = HgvsReader.read(variant.hgvs());
        var reference = gene.references().get(name.accession());
        if (reference == null) {
            throw new Unusable(Reason.REFERENCE_NOT_LISTED, 0);
        }
        if (reference.kind() != name.kind()) {
            throw new Unusable(Reason.MALFORMED, variant.hgvs().indexOf(':') + 1);
        }
        var length = reference.codingLength();
        for (var change : name.changes()) {
            if (length > 0 && change.lastCodingPosition() > length) {
                throw new Unusable(Reason.BEYOND_CODING_SEQUENCE, variant.hgvs().indexOf(change.text()));
            }
        }
        return name;
    }

    private void addChanges(Variant variant, HgvsName name) {
        var first = name.changes().get(0);
        if (name.changes().size() == 1) {
            addSingle(variant, name, first);
            return;
        }
        var second = name.changes().get(1);
        if (first.canonical().equals(second.canonical())) {
            var both = name.arrangement() == Arrangement.TRANS ? Zygosity.HOMOZYGOUS : Zygosity.HETEROZYGOUS;
            var contradictory = variant.zygosity() != null && variant.zygosity() != both && !isMosaic(variant);
            mention(
                    new Mention(
                            variant,
                            variant.hgvs(),
                            both,
                            contradictory,
                            isMosaic(variant),
                            null,
                            change(variant, name.kind(), first)),
                    first.canonical());
            return;
        }
        addPart(variant, name, first);
        addPart(variant, name, second);
        phases.say(first.canonical(), second.canonical(), name.arrangement());
        if (name.arrangement() == Arrangement.TRANS && isOnEveryCopy(variant)) {
            phases.say(first.canonical(), second.canonical(), Arrangement.CIS);
        }
    }

    private void addSingle(Variant variant, HgvsName name, HgvsName.Change change) {
        var mosaic = name.mosaic() || isMosaic(variant);
        var alone = name.arrangement() == Arrangement.ALONE;
        var stated = mosaic ? Zygosity.MOSAIC : variant.zygosity();
        mention(
                new Mention(
                        variant,
                        variant.hgvs(),
                        alone && stated == null ? Zygosity.HETEROZYGOUS : stated,
                        alone && isOnEveryCopy(variant),
                        mosaic,
                        null,
                        change(variant, name.kind(), change)),
                change.canonical());
    }

    /** Of two different changes each lies on one copy, unless both lie on every copy there is. */
    private void addPart(Variant variant, HgvsName name, HgvsName.Change part) {
        var every = isOnEveryCopy(variant) && name.arrangement() != Arrangement.TRANS;
        var copies = every || isMosaic(variant) ? variant.zygosity() : Zygosity.HETEROZYGOUS;
        mention(part.canonical(), part.text(), variant, copies, change(variant, name.kind(), part));
    }

    private VariantCall.Change change(Variant variant, char kind, HgvsName.Change named) {
        var exons = gene.exons() == null
                ? null
                : gene.exons().touchedBy(named.extent()).orElseGet(() -> stated(variant));
        return new VariantCall.Change(gene, kind + "." + named.canonical(), named, exons);
    }

    private static boolean isMosaic(Variant variant) {
        return variant.zygosity() == Zygosity.MOSAIC;
    }

    private static boolean isOnEveryCopy(Variant variant) {
        return variant.zygosity() == Zygosity.HOMOZYGOUS || variant.zygosity() == Zygosity.HEMIZYGOUS;
    }

    private void mention(String key, String shown, Variant variant, Zygosity copies, VariantCall.Change change) {
        mention(new Mention(variant, shown, copies, false, copies == Zygosity.MOSAIC, null, change), key);
    }

    private void mention(Mention mention, String key) {
        mentions.add(key, mention);
        if (mention.variant().id() != null) {
            keysById.computeIfAbsent(mention.variant().id(), k -> new HashSet<>())
                    .add(key);
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
}
