package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.Truth;
import fr.genereferral.eligibility.Zygosity;
import fr.genereferral.eligibility.hgvs.Unusable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** One variant, whatever number of reports named it. */
public record Call(
        String gene,
        String key,
        String shown,
        Integer acmgClass,
        LocalDate classifiedOn,
        Zygosity copies,
        boolean mosaic,
        Unusable unusable,
        List<String> reports,
        String written) {

    private static final int LONGEST_NAME = 80;

    public static Call of(String gene, String key, List<Mention> said) {
        var latest = latest(said.stream().map(Mention::variant).toList());
        var classes = latest.stream().map(Variant::acmgClass).distinct().toList();
        return new Call(
                gene,
                key,
                shown(said),
                classes.size() == 1 ? classes.get(0) : null,
                classes.isEmpty() ? null : latest.get(0).classifiedOn(),
                copies(said),
                said.stream().anyMatch(Mention::mosaic),
                said.stream()
                        .map(Mention::unusable)
                        .filter(Objects::nonNull)
                        .min(Comparator.comparing(Unusable::reason).thenComparing(Unusable::place))
                        .orElse(null),
                said.stream()
                        .map(m -> m.variant().report())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                said.get(0).written());
    }

    private static List<Variant> latest(List<Variant> variants) {
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

    private static Zygosity copies(List<Mention> said) {
        var stated = said.stream()
                .map(Mention::copies)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return stated.size() == 1 && said.stream().noneMatch(Mention::contradictory) ? stated.get(0) : null;
    }

    private static String shown(List<Mention> said) {
        var name =
                said.stream().map(Mention::shown).min(Comparator.naturalOrder()).orElseThrow();
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    public boolean pathogenic() {
        return acmgClass != null && acmgClass >= 4;
    }

    /** Not known to be harmless. */
    public boolean counting() {
        return acmgClass == null || acmgClass > 2;
    }

    public boolean usable() {
        return !mosaic && unusable == null;
    }

    public boolean onEveryCopy() {
        return copies == Zygosity.HOMOZYGOUS || copies == Zygosity.HEMIZYGOUS;
    }

    public boolean copiesStated() {
        return copies != null;
    }

    Truth counts() {
        if (pathogenic()) {
            return Truth.TRUE;
        }
        return counting() ? Truth.UNKNOWN : Truth.FALSE;
    }
}
