package fr.genereferral.eligibility;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that a rule looks at: a fact by code, a copy number by gene, an antibody by serotype and assays, or what
 * the dossier says of the patient.
 *
 * @param assays kinds of assay that count; empty for what is no antibody
 * @param generations generations of the assay that count; empty for any
 */
public record Input(Kind kind, String code, Set<String> assays, Set<String> generations) implements Comparable<Input> {
    public static final Input SEX = of(Kind.PATIENT, "sex");
    public static final Input DISEASE = of(Kind.PATIENT, "disease");
    public static final Input DIAGNOSED_ON = of(Kind.PATIENT, "diagnosed-on");

    private static final Comparator<Input> ORDER = Comparator.comparing(Input::kind)
            .thenComparing(Input::code)
            .thenComparing(input -> new TreeSet<>(input.assays).toString())
            .thenComparing(input -> new TreeSet<>(input.generations).toString());

    public enum Kind {
        FACT("fact"),
        ANTIBODY("antibody"),
        /** Whether antibodies were found at all, at the assay's own cut-off. */
        DETECTION("antibody"),
        COPY_NUMBER("copy-number"),
        VARIANT("variant"),
        REPORT("report"),
        PATIENT("patient");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static Input of(Kind kind, String code) {
        return new Input(kind, code, Set.of(), Set.of());
    }

    public static Input fact(String code) {
        return of(Kind.FACT, code);
    }

    public static Input copyNumber(String gene) {
        return of(Kind.COPY_NUMBER, gene);
    }

    public static Input antibody(String serotype, Set<String> assays, Set<String> generations) {
        return new Input(Kind.ANTIBODY, serotype, Set.copyOf(assays), Set.copyOf(generations));
    }

    public static Input detection(String serotype, Set<String> assays) {
        return new Input(Kind.DETECTION, serotype, Set.copyOf(assays), Set.of());
    }

    static Input variant(String gene) {
        return of(Kind.VARIANT, gene);
    }

    static Input report(String gene) {
        return of(Kind.REPORT, gene);
    }

    /** Looked up for every leaf: what the sets hold tells few inputs apart. */
    @Override
    public int hashCode() {
        return code.hashCode() + kind.ordinal();
    }

    /** Equal ones first: a sorted map holds even the first thing that it is given against itself. */
    @Override
    public int compareTo(Input other) {
        return equals(other) ? 0 : ORDER.compare(this, other);
    }
}
