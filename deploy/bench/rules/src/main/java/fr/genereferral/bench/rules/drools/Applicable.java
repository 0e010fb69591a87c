package fr.genereferral.bench.rules.drools;

/** A pack that may apply: its criteria are judged. */
public record Applicable(Pack pack) {
    public String therapy() {
        return pack.therapy();
    }

    public String brand() {
        return pack.brand();
    }

    public String genetics() {
        return pack.genetics().id();
    }
}
