package fr.genereferral.referral.web;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The catalogue of problems for tests of other rooms. */
public final class ProblemCatalogues {
    private ProblemCatalogues() {}

    public static ProblemCatalogue own() {
        return new ProblemCatalogue(new ObjectMapper());
    }
}
