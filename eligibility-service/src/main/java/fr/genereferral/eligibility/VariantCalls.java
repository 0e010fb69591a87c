package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.Mentions.Mention;
import fr.genereferral.eligibility.hgvs.HgvsName;
import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import fr.genereferral.eligibility.hgvs.Unusable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the variants of one gene: what each name comes to, repeats merged, phases kept. */
final class VariantCalls {
    private final Gene gene;
    private final Naming naming;
    private final Mentions mentions = new Mentions();
    private final Map<String, Set<String>> keysById = new TreeMap<>();
    private final Phases phases = new Phases();
    private final Set<String> countedReports = new HashSet<>();
    private final List<VariantCall> all;
    private boolean lostOnBothCopies;

    VariantCalls(Dossier.Genetics genetics, Gene gene, Classifications classifications) {
        this.gene = gene;
        this.naming = new Naming(gene);
        for (var variant : genetics.variants()) {
            if (variant.gene().equals(gene.hgnc())) {
                add(variant);
            }
        }
        genetics.phases().forEach(this::relate);
        this.all = classifications.last() == 0 ? mentions.merged() : classified(classifications, genetics.reports());
    }

    private List<VariantCall> classified(Classifications classifications, List<Dossier.Report> reports) {
        return mentions.merged().stream()
                .map(call -> classifications.appliedTo(call, reportedOn(call, reports)))
                .toList();
    }

    /** A report that names a class without a day gave it on the day of its signature at the latest. */
    private static LocalDate reportedOn(VariantCall call, List<Dossier.Report> reports) {
        return reports.stream()
                .filter(report -> call.reports().contains(report.id()))
                .map(Dossier.Report::signedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Every variant once, benign ones included, in a stable order. */
    List<VariantCall> all() {
        return all;
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
            addChanges(variant, naming.named(variant.hgvs()));
        } catch (Unusable e) {
            addUnnamed(variant, e);
        }
    }

    /** Whole exons need no name when it is stated which ones are meant. */
    private void addUnnamed(Variant variant, Unusable why) {
        if (naming.isUsableByExons(variant)) {
            var exons = variant.exons();
            var shown = variant.type() + " " + exons.first() + "-" + exons.last();
            mention(shown, shown, variant, variant.zygosity(), naming.ofExons(variant));
            return;
        }
        var shown = variant.hgvs() == null ? "-" : variant.hgvs();
        // Two variants without a name are two variants, as long as anything about them differs.
        var key = "? " + (variant.hgvs() == null ? variant.toString() : shown);
        var unusable = naming.legacy(shown).orElse(why);
        mention(new Mention(variant, shown, variant.zygosity(), false, isMosaic(variant), unusable, null), key);
    }

    private boolean isCountedDeletion(Variant variant) {
        return gene.isCounted()
                && "exon-deletion".equals(variant.type())
                && variant.exons() != null
                && gene.countedExon().liesIn(variant.exons());
    }

    private void addChanges(Variant variant, HgvsName name) {
        var first = name.changes().get(0);
        if (name.changes().size() == 1) {
            addSingle(variant, name, first);
            return;
        }
        var second = name.changes().get(1);
        if (first.canonical().equals(second.canonical())) {
            addTwice(variant, name, first);
            return;
        }
        addPart(variant, name, first);
        addPart(variant, name, second);
        phases.say(first.canonical(), second.canonical(), name.arrangement());
        if (name.arrangement() == Arrangement.TRANS && isOnEveryCopy(variant)) {
            phases.say(first.canonical(), second.canonical(), Arrangement.CIS);
        }
    }

    /** One change named for both alleles, or twice for one. */
    private void addTwice(Variant variant, HgvsName name, HgvsName.Change change) {
        var both = name.arrangement() == Arrangement.TRANS ? Zygosity.HOMOZYGOUS : Zygosity.HETEROZYGOUS;
        var mosaic = isMosaic(variant);
        var contradictory = variant.zygosity() != null && variant.zygosity() != both && !mosaic;
        var read = naming.change(variant, name.kind(), change);
        mention(new Mention(variant, variant.hgvs(), both, contradictory, mosaic, null, read), change.canonical());
    }

    private void addSingle(Variant variant, HgvsName name, HgvsName.Change change) {
        var mosaic = name.mosaic() || isMosaic(variant);
        var alone = name.arrangement() == Arrangement.ALONE;
        var stated = mosaic ? Zygosity.MOSAIC : variant.zygosity();
        var copies = alone && stated == null ? Zygosity.HETEROZYGOUS : stated;
        var contradictory = alone && isOnEveryCopy(variant);
        var read = naming.change(variant, name.kind(), change);
        mention(new Mention(variant, variant.hgvs(), copies, contradictory, mosaic, null, read), change.canonical());
    }

    /** Of two different changes each lies on one copy, unless both lie on every copy there is. */
    private void addPart(Variant variant, HgvsName name, HgvsName.Change part) {
        var every = isOnEveryCopy(variant) && name.arrangement() != Arrangement.TRANS;
        var copies = every || isMosaic(variant) ? variant.zygosity() : Zygosity.HETEROZYGOUS;
        mention(part.canonical(), part.text(), variant, copies, naming.change(variant, name.kind(), part));
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
