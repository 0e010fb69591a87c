package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.Unusable;
import java.util.Set;

/**
 * One variant as the rules see it, whatever number of reports named it.
 *
 * @param key what makes two statements the same variant
 * @param shown the name as the laboratory wrote it
 * @param acmgClass 1 to 5; null when not stated, or stated differently on one day
 * @param copies on how many copies it was found; null when not stated or stated differently
 * @param unusable why its name cannot be used; null when it can
 */
record VariantCall(
        String key,
        String shown,
        Integer acmgClass,
        Zygosity copies,
        boolean mosaic,
        Unusable unusable,
        Set<String> reports) {

    boolean isPathogenic() {
        return acmgClass != null && acmgClass >= 4;
    }

    /** True for pathogenic, false for benign, unknown for anything between or not stated. */
    Truth counts() {
        if (isPathogenic()) {
            return Truth.TRUE;
        }
        return isBenign() ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Class 1 and 2 are no variant. */
    boolean isBenign() {
        return acmgClass != null && acmgClass <= 2;
    }

    boolean isUsable() {
        return !mosaic && unusable == null;
    }

    /** For a gene whose copies are counted the laboratory's word for zygosity is not used. */
    VariantCall onOneCopy() {
        return new VariantCall(key, shown, acmgClass, Zygosity.HETEROZYGOUS, mosaic, unusable, reports);
    }
}
