package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.Sample;
import java.util.ArrayList;
import java.util.List;

/** Numbers, codes and days that look right and are not. All of them are test numbers. */
final class DomainDamage {
    private static final String WRONG_FORM = "WRONG_FORMAT";

    private final ObjectNode valid;
    private final List<Damage> found = new ArrayList<>();

    private DomainDamage(ObjectNode valid) {
        this.valid = valid;
    }

    /** Of a body that holds a dossier. */
    static List<Damage> of(ObjectNode valid) {
        var damage = new DomainDamage(valid);
        damage.codes();
        damage.days();
        damage.genetics();
        damage.facts();
        if (valid.has("identity")) {
            damage.people();
        }
        return damage.found;
    }

    private void codes() {
        for (var orpha : List.of(
                "83330", "ORPHA:0", "ORPHA:083330", "orpha:83330", "ORPHA:1234567", "ORPHA:-1", "ORPHA:８３３３０")) {
            put("ORPHA", "/dossier/disease", "orpha", orpha, WRONG_FORM);
        }
        for (var finess : Finess.WRONG_FORM) {
            put("FINESS", "/dossier", "followedBy", finess, WRONG_FORM);
        }
        for (var departement : List.of("20", "2C", "96", "975", "977", "1", "2B033", "")) {
            put("département", "/dossier", "residenceDepartement", departement, WRONG_FORM);
        }
        for (var rpps : List.of("9970021889", "997002188960", "9970021889X", "９９７００２１８８９６")) {
            put("RPPS", "/dossier/clinician", "rpps", rpps, WRONG_FORM);
        }
        var therapies = copy();
        therapies.putArray("therapiesSought").add("NOT-KNOWN");
        add("therapy", therapies, "/therapiesSought/0", "THERAPY_UNKNOWN");
    }

    private void days() {
        var tomorrow = Sample.today().plusDays(1).toString();
        for (var birth : List.of(tomorrow, "9999-12-31", "2126-01-01")) {
            put("born in the future", "/dossier", "birthDate", birth, "DATE_IN_FUTURE");
        }
        put("born too long ago", "/dossier", "birthDate", "1899-12-31", "DATE_IMPLAUSIBLE");
        put("diagnosed in the future", "/dossier/disease", "diagnosedOn", tomorrow, "DATE_IN_FUTURE");
        put("measured in the future", "/dossier/facts/0", "date", tomorrow, "DATE_IN_FUTURE");
    }

    private void genetics() {
        for (var gene : List.of("11117", "HGNC:0", "HGNC:011117", "hgnc:11117", "HGNC:123456", "SMN1")) {
            put("HGNC", "/dossier/genetics/copyNumbers/0", "gene", gene, WRONG_FORM);
        }
        put("report unknown", "/dossier/genetics/copyNumbers/0", "report", "r99", "REPORT_UNKNOWN");
        variant("variant of 401 characters", "hgvs", "c." + "A".repeat(399), "TOO_LONG");
        variant("variant", "hgvs", "c.1A>G\u2029", WRONG_FORM);
        variant("variant", "symbol", "smn1", WRONG_FORM);
        variant("variant", "id", "-v", WRONG_FORM);
        var impossible = copy();
        newVariant(impossible).put("type", "mtdna").put("zygosity", "homozygous");
        add("zygosity", impossible, "/dossier/genetics/variants/0/zygosity", "ZYGOSITY_IMPOSSIBLE");
    }

    private void facts() {
        put("fact unknown", "/dossier/facts/0", "code", "body-wait", "FACT_UNKNOWN");
        put("unit unknown", "/dossier/facts/0", "unit", "stone", "UNIT_NOT_ALLOWED");
        var place = "/dossier/facts/0";
        for (var weight : List.of("0", "-0", "-5.8", "401", "1e11")) {
            var heavy = copy();
            ((ObjectNode) heavy.at(place)).put("value", new java.math.BigDecimal(weight));
            add("weight", heavy, place + "/value", "VALUE_OUT_OF_BOUNDS");
        }
    }

    /** What only a submission looks at: who it is about, who sends it, and whether it fits the life of the patient. */
    private void people() {
        put("measured before birth", "/dossier/facts/0", "date", "2001-01-01", "DATE_BEFORE_BIRTH");
        put("sampled before birth", "/dossier/antibodies/0", "date", "2001-01-01", "DATE_BEFORE_BIRTH");
        put("RPPS check digit", "/dossier/clinician", "rpps", "10101201234", "WRONG_CHECK_DIGIT");
        put("RPPS check digit", "/dossier/clinician", "rpps", "10003456781", "WRONG_CHECK_DIGIT");
        for (var ins : List.of(
                "255081416802539", "285031512345678", "189079912345678", "190032A00412371", "287112B03304516")) {
            ins(ins, "QUAL", "/identity/ins/value", "WRONG_CHECK_DIGIT");
        }
        for (var ins : List.of("25508141680253", "955081416802538", "255082C16802538", "2550814168025380", "")) {
            ins(ins, "QUAL", "/identity/ins/value", WRONG_FORM);
        }
        ins("255081416802538", "PROV", "/identity/ins", "INS_NEEDS_QUALIFIED_IDENTITY");
        var withoutConsent = copy();
        ((ObjectNode) withoutConsent.get("dossier")).remove("consent");
        add("consent", withoutConsent, "/dossier/consent/sharing", "CONSENT_MISSING");
        put("postal code", "/identity/address", "postalCode", "2000", WRONG_FORM);
        put("telephone", "/dossier/clinician", "telephone", "call me", WRONG_FORM);
    }

    private void ins(String value, String status, String pointer, String code) {
        var body = copy();
        ((ObjectNode) body.get("identity"))
                .put("identityStatus", status)
                .putObject("ins")
                .put("value", value)
                .put("system", "urn:oid:1.2.250.1.213.1.4.10");
        add("INS", body, pointer, code);
    }

    private void variant(String kind, String field, String value, String code) {
        var body = copy();
        newVariant(body).put(field, value);
        add(kind, body, "/dossier/genetics/variants/0/" + field, code);
    }

    private static ObjectNode newVariant(ObjectNode body) {
        return ((ObjectNode) body.at("/dossier/genetics"))
                .putArray("variants")
                .addObject()
                .put("gene", "HGNC:11117");
    }

    private void put(String kind, String object, String field, String value, String code) {
        var body = copy();
        var parent = body.at(object);
        if (parent.isMissingNode()) {
            body.withObject(object).put(field, value);
        } else {
            ((ObjectNode) parent).put(field, value);
        }
        add(kind, body, object + "/" + field, code);
    }

    private void add(String kind, ObjectNode body, String pointer, String code) {
        found.add(new Damage(kind, WholeDamage.utf8(body.toString()), Expected.at(pointer, code)));
    }

    private ObjectNode copy() {
        return valid.deepCopy();
    }
}
