package fr.genereferral.bench.equity;

import java.util.Set;

/** A region by its INSEE code. */
record Region(String code, String name) {
    private static final Set<String> OVERSEAS = Set.of("01", "02", "03", "04", "06");
    private static final String CORSICA = "94";

    /** Told apart, for no train and no road leads away from an island. */
    enum Part {
        MAINLAND("mainland"),
        CORSICA("Corsica"),
        OVERSEAS("overseas");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    Part part() {
        if (code.equals(CORSICA)) {
            return Part.CORSICA;
        }
        return OVERSEAS.contains(code) ? Part.OVERSEAS : Part.MAINLAND;
    }
}
