package fr.genereferral.e2e.anonymity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.Ins;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.local.sample.InventedName;
import java.util.Random;

/** An invented patient whose every value carries a mark and a number of its own. */
record Patient(int number) {
    private static final int ORDERS = 1000;

    String name() {
        return "%s-%04d-Élise".formatted(Mark.WORD.text(), number);
    }

    private String value(String of) {
        return "%s-%04d-%s".formatted(Mark.WORD.text(), number, of);
    }

    /**
     * Unlike all others from its first part on, by which two given names are told apart: patients are compared, and one who is
     * taken for another would go no further. That all such parts end in one mark makes none of them more like another one: slips
     * are counted.
     */
    private String givenName() {
        return InventedName.drawn(new Random(number)) + Mark.GIVEN.text() + "-" + value("given");
    }

    /** No two patients share one. */
    String ins() {
        return Ins.withKey(Mark.INS.text() + "%d%03d".formatted(number / ORDERS, number % ORDERS));
    }

    String telephone() {
        return "+" + Mark.TELEPHONE.text() + " %02d %02d".formatted(number / 100 % 100, number % 100);
    }

    /** Taken in when posted. */
    ObjectNode body() {
        var body = Sample.sma().livingIn("2B").body();
        var identity = body.putObject("identity");
        Ins.qualify(identity, ins());
        identity.put("familyName", name());
        identity.put("usedName", value("used"));
        identity.putArray("givenNames").add(givenName()).add("Zoé " + value("second"));
        identity.put("birthPlace", Codes.birthPlace(number));
        var address = identity.putObject("address");
        address.putArray("lines").add("7 rue " + value("street"));
        address.put("postalCode", Codes.postalCode(number));
        address.put("city", value("city"));
        var contact = identity.putArray("contacts").addObject();
        contact.put("name", value("contact")).put("relation", value("relation"));
        contact.put("telephone", telephone()).put("email", value("mail") + "@example.org");
        identity.put("motherBirthName", value("mother"));
        identity.put("hospitalFileNumber", value("file"));
        return body;
    }

    /** The same with something typed wherever a dossier takes a text. */
    ObjectNode bodyWithFreeText() {
        var free = Mark.FREE.text();
        var body = body();
        var dossier = (ObjectNode) body.get("dossier");
        dossier.withArray("facts").forEach(fact -> ((ObjectNode) fact).put("method", free + " method"));
        ((ObjectNode) dossier.at("/antibodies/0")).put("assay", free + " assay").put("laboratory", free + " lab");
        var genetics = (ObjectNode) dossier.get("genetics");
        var report = (ObjectNode) genetics.at("/reports/0");
        report.put("id", free).put("laboratory", "Dr " + free).put("accreditation", free + " 8-0000");
        genetics.get("copyNumbers")
                .forEach(c -> ((ObjectNode) c).put("symbol", free).put("report", free));
        var variant = genetics.putArray("variants").addObject();
        variant.put("id", free + "v")
                .put("gene", "HGNC:11117")
                .put("symbol", free)
                .put("report", free);
        variant.put("hgvs", number % 2 == 0 ? free + ":c.840C>T" : "Mme " + free + ", 12 rue des Lilas");
        variant.put("protein", "p." + free);
        return body;
    }
}
