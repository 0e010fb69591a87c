package fr.genereferral.referral;

import java.util.List;

/**
 * What the rules hold against a therapy while a meeting of experts decides about it.
 *
 * @param dossierVersion the facts that they had judged; 0 where they had judged none
 */
public record Objections(int dossierVersion, List<Obstacle> all) {
    public Objections {
        all = List.copyOf(all);
    }

    public static Objections none() {
        return new Objections(0, List.of());
    }
}
