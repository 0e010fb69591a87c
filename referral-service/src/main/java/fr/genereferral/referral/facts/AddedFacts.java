package fr.genereferral.referral.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.FactKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The body of POST /v1/referrals/{id}/facts, already checked, and the command in one: lists as in a dossier. */
record AddedFacts(JsonNode body) {

    /**
     * One statement, not yet said of anybody.
     *
     * @param pointer its place in the body
     */
    record Added(FactKind kind, String pointer, ObjectNode content) {}

    List<Added> all() {
        return Arrays.stream(FactKind.values())
                .flatMap(kind -> {
                    var list = body.path(kind.field());
                    return IntStream.range(0, list.size())
                            .mapToObj(i -> new Added(kind, "/" + kind.field() + "/" + i, (ObjectNode) list.get(i)));
                })
                .toList();
    }

    @Override
    public String toString() {
        return "AddedFacts[redacted]";
    }
}
