package fr.genereferral.e2e.anonymity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Requests with a patient in them that cannot be taken: in the wrong field, of the wrong kind, broken off, too long. */
final class Refusals {
    private static final int OVER_A_MEGABYTE = 1_100_000;

    private final Patient patient;
    private final List<Consumer<HttpRequest.Builder>> all = new ArrayList<>();

    private Refusals(Patient patient) {
        this.patient = patient;
    }

    static List<Consumer<HttpRequest.Builder>> of(Patient patient) {
        var refusals = new Refusals(patient);
        refusals.inTheWrongField();
        refusals.ofTheWrongKind();
        refusals.ofTheWrongForm();
        return refusals.all;
    }

    private void inTheWrongField() {
        invalid(body -> dossier(body).put("birthDate", patient.name()));
        invalid(body -> dossier(body).put("sex", patient.name()));
        invalid(body -> dossier(body).put("residenceDepartement", patient.ins()));
        invalid(body -> dossier(body).put("familyName", patient.name()));
        invalid(body -> ((ObjectNode) dossier(body).get("disease")).put("orpha", patient.name()));
        invalid(body -> fact(body).put("code", Mark.WORD.text().toLowerCase(java.util.Locale.ROOT)));
        invalid(body -> fact(body).put("unit", Mark.WORD.text()));
        invalid(body -> fact(body).put("value", Mark.WORD.text()));
        invalid(body -> dossier(body).putObject("clinician").put("rpps", patient.telephone()));
        invalid(body -> body.putArray("therapiesSought").add(patient.name()));
        invalid(body -> body.put("patient", patient.name()));
    }

    private void ofTheWrongKind() {
        invalid(body -> identity(body).putArray("familyName").add(patient.name()));
        invalid(body -> identity(body).put("familyName", patient.name().repeat(9)));
        invalid(body -> identity(body).put("identityStatus", patient.name()));
        invalid(body -> identity(body).put("birthPlace", patient.name()));
        invalid(body -> identity(body).put("ins", patient.ins()));
        invalid(body -> ((ObjectNode) identity(body).get("ins")).put("value", Mark.INS.text() + "000000"));
        invalid(body -> ((ObjectNode) identity(body).at("/contacts/0")).put("email", patient.name()));
        invalid(body -> identity(body).put("usedName", Mark.WORD.text() + "\u0000"));
        invalid(body -> body.put("identity", patient.name()));
    }

    private void ofTheWrongForm() {
        var whole = patient.body().toString();
        json(whole.substring(0, whole.length() - 9));
        json(whole + patient.name());
        json("\"" + patient.name() + "\"");
        json("{\"identity\": {\"familyName\": \"" + patient.name() + "\", \"familyName\": \"twice\"}}");
        json(whole.replace("\"givenNames\":", "\"givenNames\":" + patient.name()));
        json("[".repeat(30) + "\"" + patient.name() + "\"" + "]".repeat(30));
        sent("text/plain", "k", patient.name());
        sent("application/x-www-form-urlencoded", "k", "name=" + Mark.WORD.text());
        sent("application/json; name=" + Mark.WORD.text(), "k", whole.substring(1));
        sent("application/json", Mark.WORD.text().repeat(40), whole);
        all.add(request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(whole)));
        all.add(request -> request.method("PUT", BodyPublishers.ofString(whole)));
        all.add(request -> request.setHeader("Authorization", "Bearer " + Mark.WORD.text() + "." + patient.ins())
                .GET());
        if (patient.number() < 400) {
            json("{\"identity\": \"" + patient.name() + " ".repeat(OVER_A_MEGABYTE) + "\"}");
        }
    }

    private void invalid(Consumer<ObjectNode> change) {
        var body = patient.body();
        change.accept(body);
        json(body.toString());
    }

    private void json(String body) {
        sent("application/json", "refused " + patient.number(), body);
    }

    private void sent(String type, String key, String body) {
        all.add(request -> request.header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static ObjectNode dossier(ObjectNode body) {
        return (ObjectNode) body.get("dossier");
    }

    private static ObjectNode fact(ObjectNode body) {
        return (ObjectNode) body.at("/dossier/facts/0");
    }

    private static ObjectNode identity(ObjectNode body) {
        return (ObjectNode) body.get("identity");
    }
}
