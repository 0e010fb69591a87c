package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Dossier;
import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.Gene;
import fr.genereferral.eligibility.Zygosity;
import fr.genereferral.eligibility.hgvs.HgvsName;
import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import fr.genereferral.eligibility.hgvs.HgvsName.Change;
import fr.genereferral.eligibility.hgvs.HgvsReader;
import fr.genereferral.eligibility.hgvs.Unusable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes facts of what the reports say of variants: names have to be taken apart before a rule can look at them. The
 * reader of HGVS names is shared with the engine; the genes of these packs have no exon map.
 */
final class Names {
    private final Map<String, Gene> genes;
    private final List<Object> facts = new ArrayList<>();
    private final Map<String, Set<Mention>> byId = new HashMap<>();
    private int number;

    Names(Map<String, Gene> genes) {
        this.genes = genes;
    }

    List<Object> read(List<Variant> variants, List<Dossier.Phase> phases) {
        for (var variant : variants) {
            var gene = genes.get(variant.gene());
            if (gene != null) {
                read(variant, gene);
            }
        }
        phases.forEach(this::relate);
        return facts;
    }

    private void read(Variant variant, Gene gene) {
        if (isLostExon(variant, gene)) {
            var benign = variant.acmgClass() != null && variant.acmgClass() < 4;
            var onBoth = variant.zygosity() == Zygosity.HOMOZYGOUS && !benign;
            facts.add(new LostExon(gene.hgnc(), variant.report(), onBoth));
            return;
        }
        try {
            named(variant, References.held(HgvsReader.read(variant.hgvs()), variant, gene));
        } catch (Unusable why) {
            unnamed(variant, gene, why);
        }
    }

    private static boolean isLostExon(Variant variant, Gene gene) {
        if (gene.countedExon() == null || !"exon-deletion".equals(variant.type()) || variant.exons() == null) {
            return false;
        }
        var legacy = "legacy".equals(variant.exons().numbering());
        var exon = legacy ? gene.countedExon().legacy() : gene.countedExon().mane();
        return variant.exons().first() <= exon && exon <= variant.exons().last();
    }

    private void unnamed(Variant variant, Gene gene, Unusable why) {
        var shown = variant.hgvs() == null ? "-" : variant.hgvs();
        var key = "? " + (variant.hgvs() == null ? variant.toString() : shown);
        var modern = gene.legacyNames().get(shown.strip());
        var reason = modern == null ? why : new Unusable(Unusable.Reason.LEGACY_NAME, 0, modern);
        add(new Mention(
                number++,
                variant.gene(),
                key,
                shown,
                variant,
                variant.zygosity(),
                false,
                isMosaic(variant),
                reason,
                null));
    }

    private void named(Variant variant, HgvsName name) {
        var first = name.changes().get(0);
        if (name.changes().size() == 1) {
            single(variant, name, first);
            return;
        }
        var second = name.changes().get(1);
        if (first.canonical().equals(second.canonical())) {
            twice(variant, name, first);
            return;
        }
        part(variant, name, first);
        part(variant, name, second);
        say(variant.gene(), first.canonical(), second.canonical(), name.arrangement());
        if (name.arrangement() == Arrangement.TRANS && isOnEveryCopy(variant)) {
            say(variant.gene(), first.canonical(), second.canonical(), Arrangement.CIS);
        }
    }

    private void single(Variant variant, HgvsName name, Change change) {
        var mosaic = name.mosaic() || isMosaic(variant);
        var alone = name.arrangement() == Arrangement.ALONE;
        var stated = mosaic ? Zygosity.MOSAIC : variant.zygosity();
        var copies = alone && stated == null ? Zygosity.HETEROZYGOUS : stated;
        add(variant, name, change, variant.hgvs(), copies, alone && isOnEveryCopy(variant), mosaic);
    }

    private void twice(Variant variant, HgvsName name, Change change) {
        var both = name.arrangement() == Arrangement.TRANS ? Zygosity.HOMOZYGOUS : Zygosity.HETEROZYGOUS;
        var mosaic = isMosaic(variant);
        var contradictory = variant.zygosity() != null && variant.zygosity() != both && !mosaic;
        add(variant, name, change, variant.hgvs(), both, contradictory, mosaic);
    }

    private void part(Variant variant, HgvsName name, Change change) {
        var every = isOnEveryCopy(variant) && name.arrangement() != Arrangement.TRANS;
        var copies = every || isMosaic(variant) ? variant.zygosity() : Zygosity.HETEROZYGOUS;
        add(variant, name, change, change.text(), copies, false, copies == Zygosity.MOSAIC);
    }

    private void add(
            Variant variant,
            HgvsName name,
            Change change,
            String shown,
            Zygosity copies,
            boolean contradictory,
            boolean mosaic) {
        var key = change.canonical();
        var written = name.kind() + "." + key;
        add(new Mention(number++, variant.gene(), key, shown, variant, copies, contradictory, mosaic, null, written));
    }

    private void add(Mention mention) {
        facts.add(mention);
        if (mention.variant().id() != null) {
            byId.computeIfAbsent(mention.variant().id(), id -> new LinkedHashSet<>())
                    .add(mention);
        }
    }

    private void relate(Dossier.Phase phase) {
        var lie = Arrangement.valueOf(phase.phase().toUpperCase(Locale.ROOT));
        for (var one : byId.getOrDefault(phase.variants().get(0), Set.of())) {
            for (var other : byId.getOrDefault(phase.variants().get(1), Set.of())) {
                if (one.gene().equals(other.gene()) && !one.key().equals(other.key())) {
                    say(one.gene(), one.key(), other.key(), lie);
                }
            }
        }
    }

    private void say(String gene, String one, String other, Arrangement lie) {
        if (lie == Arrangement.TRANS || lie == Arrangement.CIS) {
            facts.add(new Said(gene, one, other, lie));
            facts.add(new Said(gene, other, one, lie));
        }
    }

    private static boolean isMosaic(Variant variant) {
        return variant.zygosity() == Zygosity.MOSAIC;
    }

    private static boolean isOnEveryCopy(Variant variant) {
        return variant.zygosity() == Zygosity.HOMOZYGOUS || variant.zygosity() == Zygosity.HEMIZYGOUS;
    }
}
