package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.HgvsName;
import fr.genereferral.eligibility.hgvs.Unusable;
import java.time.LocalDate;
import java.util.Set;

/**
 * One variant as the rules see it, whatever number of reports named it.
 *
 * @param key what makes two statements the same variant
 * @param shown the name as the laboratory wrote it
 * @param acmgClass 1 to 5; null when not stated, or stated differently on one day
 * @param classifiedOn the day of that class; null when not stated
 * @param copies on how many copies it was found; null when not stated or stated differently
 * @param unusable why its name cannot be used; null when it can
 * @param change what is known of the change itself; null when its name cannot be used
 */
record VariantCall(
        String key,
        String shown,
        Integer acmgClass,
        LocalDate classifiedOn,
        Zygosity copies,
        boolean mosaic,
        Unusable unusable,
        Set<String> reports,
        Change change) {

    /**
     * The change itself.
     *
     * @param gene where it lies
     * @param written the change as written after the accession, such as c.1A>G; null for one stated by its exons
     * @param name the same, read; null for one stated by its exons
     * @param exons stated, or read from its name; null when none can be told
     */
    record Change(Gene gene, String written, HgvsName.Change name, ExonMap.Span exons) {}

    boolean isPathogenic() {
        return acmgClass != null && acmgClass >= 4 && !isHarmless();
    }

    /** True for pathogenic, false for benign, unknown for anything between or not stated. */
    Truth counts() {
        if (isPathogenic()) {
            return Truth.TRUE;
        }
        return isBenign() ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Class 1 and 2 are no variant, and neither is one that is known to cause no disease. */
    boolean isBenign() {
        return (acmgClass != null && acmgClass <= 2) || isHarmless();
    }

    private boolean isHarmless() {
        return change != null && change.gene().alleles().isHarmless(change.written());
    }

    Truth isOf(Set<String> classes) {
        return change == null ? Truth.UNKNOWN : change.gene().alleles().isOf(classes, change.written());
    }

    boolean isNamed(Set<String> changes) {
        return isNamed() && changes.contains(change.written());
    }

    /** It has a name that can be used, so that others can speak of the same variant. */
    boolean isNamed() {
        return change != null && change.written() != null;
    }

    /** What makes two sayings be of this variant, whoever they come from; only of a named one. */
    String variant() {
        return Classification.variant(change.gene().hgnc(), change.written());
    }

    VariantCall ofClass(Integer other, LocalDate on) {
        return new VariantCall(key, shown, other, on, copies, mosaic, unusable, reports, change);
    }

    boolean isUsable() {
        return !mosaic && unusable == null;
    }

    /** For a gene whose copies are counted the laboratory's word for zygosity is not used. */
    VariantCall onOneCopy() {
        return new VariantCall(
                key, shown, acmgClass, classifiedOn, Zygosity.HETEROZYGOUS, mosaic, unusable, reports, change);
    }

    /** A part of the mitochondria is what the disease is made of, and no mosaic. */
    VariantCall constitutional() {
        return new VariantCall(key, shown, acmgClass, classifiedOn, copies, false, unusable, reports, change);
    }
}
