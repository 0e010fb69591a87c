package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.rights.Column.Place;
import fr.genereferral.e2e.rights.Column.Thing;

/** One request that a cell of the table stands for. */
record Trial(String method, String route, String role, Place place, Thing thing, Expected expected) {

    boolean namesAReferral() {
        return route.matches(".*/(referrals|offers)/\\{id}.*|.*/\\{referralId}.*");
    }

    boolean namesAQuestion() {
        return route.contains("{question}");
    }

    boolean namesADocument() {
        return route.contains("{document}");
    }

    Trial on(Thing other) {
        return new Trial(method, route, role, place, other, expected);
    }

    boolean isMove() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return "%s %s as %s of %s on %s".formatted(method, route, role, place, thing);
    }
}
