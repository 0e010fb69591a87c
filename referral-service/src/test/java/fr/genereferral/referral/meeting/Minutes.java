package fr.genereferral.referral.meeting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Today;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies of POST …/meetings about an invented child. */
public final class Minutes {
    private final ObjectNode body = new ObjectMapper().createObjectNode();

    private Minutes(String decision) {
        body.put("heldOn", Today.inParis().minusDays(1).toString())
                .put("organiser", "750100208")
                .put("quorum", true)
                .put("therapy", "ONA-IV")
                .put("decision", decision)
                .put("reason", "CLINICAL_GROUNDS");
        body.putArray("members").addObject().put("function", "GENETICIST").put("rpps", "99700218896");
    }

    public static Minutes of(String decision) {
        return new Minutes(decision);
    }

    public Minutes overruling(String... criteria) {
        var overrules = body.putArray("overrules");
        for (var id : criteria) {
            overrules.add(id);
        }
        return this;
    }

    /** @param json value of the field */
    public Minutes with(String field, String json) {
        try {
            body.set(field, new ObjectMapper().readTree(json));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Minutes without(String field) {
        body.remove(field);
        return this;
    }

    @Override
    public String toString() {
        return body.toString();
    }
}
