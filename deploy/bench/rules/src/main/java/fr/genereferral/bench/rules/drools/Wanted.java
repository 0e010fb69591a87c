package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Dossier.CopyNumber;
import fr.genereferral.eligibility.FactDefinition;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Knowledge;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a pack asks for.
 *
 * @param of what the rules call it: a fact's code, a gene, or a serotype with its assays
 * @param definition null for what is no fact of the dictionary
 * @param exon the one whose copies decide; null where any does
 */
public record Wanted(String of, Input input, FactDefinition definition, Integer exon) {
    static Wanted of(Input input, Knowledge knowledge) {
        var name = Stream.of(List.of(input.code()), new TreeSet<>(input.assays()), new TreeSet<>(input.generations()))
                .flatMap(words -> words.stream())
                .collect(Collectors.joining(" "));
        var gene = input.kind() == Input.Kind.COPY_NUMBER
                ? knowledge.genetics().genes().get(input.code())
                : null;
        var exon = gene == null || gene.countedExon() == null
                ? null
                : gene.countedExon().legacy();
        return new Wanted(name, input, knowledge.facts().get(input.code()), exon);
    }

    public Input.Kind kind() {
        return input.kind();
    }

    public String code() {
        return input.code();
    }

    boolean counts(CopyNumber copies) {
        return exon == null || copies.exon() == null || exon.equals(copies.exon());
    }

    /** It counts for some days only. */
    public boolean ages() {
        return definition != null && !definition.freshness().isEmpty();
    }
}
