package fr.genereferral.referral.dossier;

import java.util.List;

/** How many copies of a gene there may be: laboratories report "4 or more". */
record Copies(int least, int most) {

    /** "4 or more" and "4" do not contradict each other: what fits into all the others says it all. */
    static List<Statement> narrowest(List<Statement> found) {
        return found.stream()
                .filter(one -> of(one) != null && found.stream().allMatch(other -> within(one, other)))
                .findFirst()
                .map(narrow -> found.stream()
                        .filter(other -> of(other).equals(of(narrow)))
                        .toList())
                .orElse(found);
    }

    private static boolean within(Statement one, Statement other) {
        var narrow = of(one);
        var wide = of(other);
        return wide != null && narrow.least >= wide.least && narrow.most <= wide.most;
    }

    /** @return null when no number is stated, or one that its laboratory does not stand by */
    private static Copies of(Statement statement) {
        if (!statement.content().has("copies") || statement.isDoubtful()) {
            return null;
        }
        var copies = statement.content().path("copies").intValue();
        return switch (statement.content().path("operator").asText("=")) {
            case "<" -> new Copies(0, copies - 1);
            case "<=" -> new Copies(0, copies);
            case ">=" -> new Copies(copies, Integer.MAX_VALUE);
            case ">" -> new Copies(copies + 1, Integer.MAX_VALUE);
            default -> new Copies(copies, copies);
        };
    }
}
