package fr.genereferral.bench.rules.drools;

/** What a general rule says of what some packs demand; not judged when another one says that nothing can be used. */
public record GeneticAnswer(String genetics, String rule, Node node, boolean judged) {}
