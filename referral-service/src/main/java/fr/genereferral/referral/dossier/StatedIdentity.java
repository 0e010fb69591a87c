package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.PatientTrace;
import fr.genereferral.referral.Person;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.SealedIdentity;
import fr.genereferral.referral.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Who a patient is, as his hospital has written it, with the dossier that says the day of birth and the sex.
 *
 * @param identity each field of it is sealed on its own
 */
public record StatedIdentity(ObjectNode identity, JsonNode dossier) {

    /** As it is kept: sealed under the referral's key, and marked for its hospital. */
    public SealedIdentity sealed(IdentitySeal seal, PatientMarks marks) {
        var sealed = new HashMap<String, byte[]>();
        fields().forEach((field, plain) -> sealed.put(field, seal.seal(field, plain)));
        return new SealedIdentity(sealed, marks.of(person()));
    }

    private Map<String, byte[]> fields() {
        var fields = new HashMap<String, byte[]>();
        identity.properties()
                .forEach(e -> fields.put(e.getKey(), e.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        return fields;
    }

    /**
     * Whether this says what is kept already; in which order it was written does not matter.
     *
     * @throws fr.genereferral.referral.IdentityAltered when a field does not open where it stands
     */
    public boolean isKept(Map<String, byte[]> sealed, IdentitySeal seal) {
        var kept = identity.objectNode();
        sealed.forEach((field, bytes) -> kept.set(field, StrictJson.parse(seal.open(field, bytes))));
        return kept.equals(identity);
    }

    /** By what the patient may be looked for. */
    public Person person() {
        return new Person(
                Stream.of("familyName", "usedName")
                        .map(name -> identity.path(name).textValue())
                        .filter(Objects::nonNull)
                        .toList(),
                StreamSupport.stream(identity.path("givenNames").spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList(),
                dossier.path("birthDate").textValue(),
                identity.at("/ins/value").textValue(),
                identity.path("hospitalFileNumber").textValue());
    }

    /** By what he is recognised in another referral; empty without a national number. */
    public Optional<PatientTrace> trace(RequestHash hash) {
        var ins = identity.path("ins");
        if (ins.isMissingNode()) {
            return Optional.empty();
        }
        var system = ins.path("system").textValue();
        var value = ins.path("value").textValue();
        var sex = dossier.path("sex").asText("unknown");
        return Optional.of(new PatientTrace(
                hash.text("patient", system, value),
                hash.text("disease", system, value, dossier.at("/disease/orpha").textValue()),
                hash.text("birth", system, value, dossier.path("birthDate").textValue()),
                sex.equals("unknown") ? null : hash.text("sex", system, value, sex)));
    }

    @Override
    public String toString() {
        return "StatedIdentity[redacted]";
    }
}
