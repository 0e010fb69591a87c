package fr.genereferral.eligibility;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/** Bodies and events to start from; each call gives a fresh one to change. */
public final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONSUMED = Path.of("contracts/consumed/referral-service");

    private Samples() {}

    public static ObjectNode preview() {
        var body = JSON.createObjectNode().put("asOf", "2026-11-23");
        body.set("dossier", read(CONSUMED.resolve("Dossier.v1.example.json")));
        return body;
    }

    public static ObjectNode submitted(UUID referral) {
        return read(CONSUMED.resolve("ReferralSubmitted.v1.example.json")).put("referralId", referral.toString());
    }

    /** The dossier of a case file. */
    public static ObjectNode caseFile(String name) {
        return read(Path.of("src/test/resources/cases/" + name + ".json"));
    }

    public static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
