package fr.genereferral.eligibility;

import java.util.Locale;
import java.util.Set;

/** One thing that a rule looks at: a fact by code, a copy number by gene, an antibody by serotype and assays. */
public record Input(Kind kind, String code, Set<String> assays) implements Comparable<Input> {
    public enum Kind {
        FACT,
        ANTIBODY,
        COPY_NUMBER,
        VARIANT,
        REPORT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Input fact(String code) {
        return new Input(Kind.FACT, code, Set.of());
    }

    public static Input copyNumber(String gene) {
        return new Input(Kind.COPY_NUMBER, gene, Set.of());
    }

    public static Input antibody(String serotype, Set<String> assays) {
        return new Input(Kind.ANTIBODY, serotype, Set.copyOf(assays));
    }

    static Input variant(String gene) {
        return new Input(Kind.VARIANT, gene, Set.of());
    }

    static Input report(String gene) {
        return new Input(Kind.REPORT, gene, Set.of());
    }

    @Override
    public int compareTo(Input other) {
        var byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : code.compareTo(other.code);
    }
}
