package fr.genereferral.eligibility;

import java.util.List;

/** A verdict under one set of layers, with all ids that fail, defer or are missing. */
public record Judgement(Verdict verdict, List<String> failing, List<String> deferring, List<String> missing) {

    static Judgement without(Verdict verdict) {
        return new Judgement(verdict, List.of(), List.of(), List.of());
    }

    /** The ids that carry the verdict; when they change, it is another answer. */
    List<String> grounds() {
        return switch (verdict) {
            case NOT_ELIGIBLE -> failing;
            case DEFERRED -> deferring;
            case NEEDS_INFO -> missing;
            case ELIGIBLE, UNAVAILABLE, NOT_APPLICABLE -> List.of();
        };
    }

    boolean saysTheSameAs(Judgement other) {
        return verdict == other.verdict && grounds().equals(other.grounds());
    }
}
