package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.Zygosity;
import fr.genereferral.eligibility.hgvs.Unusable;

/**
 * One saying of one variant, its name read.
 *
 * @param number place among all sayings of the dossier
 * @param key what makes two sayings one variant
 * @param written the change as written after the accession; null when its name cannot be used
 * @param contradictory the name and the zygosity beside it cannot both be true
 */
public record Mention(
        int number,
        String gene,
        String key,
        String shown,
        Variant variant,
        Zygosity copies,
        boolean contradictory,
        boolean mosaic,
        Unusable unusable,
        String written) {}
