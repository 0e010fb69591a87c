package fr.genereferral.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies of POST /v1/referrals about invented patients. */
public final class Bodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /** A complete one: the published example of the dossier with consent, clinician and identity. */
    public static ObjectNode complete() {
        try (var in = Bodies.class.getResourceAsStream("/contracts/published/Dossier.v1.example.json")) {
            var body = JSON.createObjectNode();
            body.putArray("therapiesSought").add("ONA-IV");
            var dossier = (ObjectNode) JSON.readTree(in);
            dossier.set("consent", JSON.readTree("""
                    {"geneticTest": {"given": true, "by": "parental-authority", "on": "2026-11-02"},
                     "sharing": {"given": true, "by": "parental-authority", "on": "2026-11-20"}}"""));
            dossier.set("clinician", JSON.readTree("""
                    {"rpps": "99700218896", "telephone": "+33 2 00 00 00 00"}"""));
            body.set("dossier", dossier);
            body.set("identity", JSON.readTree("""
                    {"identityStatus": "PROV", "familyName": "EXEMPLE-CANARI", "givenNames": ["Zoé"]}"""));
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
