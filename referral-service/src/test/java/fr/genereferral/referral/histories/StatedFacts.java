package fr.genereferral.referral.histories;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.IdempotencyKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/**
 * A hospital's request to add a fact. Weights are often those that another one has said too; reports and what cites them are of
 * one sample each, under names that other hospitals give theirs as well.
 */
record StatedFacts(ObjectNode facts, IdempotencyKey request, Actor by) {
    private static final List<String> REPORTS = List.of("r1", "r2", "r1-2");
    private static final List<String> GENES = List.of("HGNC:11117", "HGNC:11118");
    private static final int WEIGHTS = 4;

    static StatedFacts drawn(Actor by, Random chance) {
        var facts = JsonNodeFactory.instance.objectNode();
        switch (chance.nextInt(3)) {
            case 0 -> facts.putArray("reports").add(report(Kind.any(REPORTS, chance), chance));
            case 1 -> facts.putArray("copyNumbers").add(copies(Kind.any(REPORTS, chance), chance));
            default -> facts.putArray("facts").add(weight(chance));
        }
        var key = Long.toHexString(chance.nextLong());
        return new StatedFacts(facts, new IdempotencyKey(by.organisation(), key, new byte[] {1}), by);
    }

    static String firstDossier(Random chance) {
        var dossier = JsonNodeFactory.instance.objectNode();
        dossier.putObject("disease").put("orpha", "ORPHA:70");
        dossier.put("birthDate", "2026-07-20");
        dossier.put("residenceDepartement", "2B");
        dossier.putArray("facts").add(weight(chance));
        var genetics = dossier.putObject("genetics");
        genetics.putArray("reports").add(report("r1", chance));
        genetics.putArray("copyNumbers").add(copies("r1", chance));
        return dossier.toString();
    }

    private static ObjectNode weight(Random chance) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", "body-weight")
                .put("state", "present")
                .put("value", BigDecimal.valueOf(51 + chance.nextInt(WEIGHTS), 1))
                .put("unit", "kg")
                .put("date", "2026-11-20");
    }

    private static ObjectNode report(String id, Random chance) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("laboratory", sample(chance))
                .put("signed", chance.nextBoolean());
    }

    private static ObjectNode copies(String report, Random chance) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("gene", Kind.any(GENES, chance))
                .put("symbol", sample(chance))
                .put("copies", chance.nextInt(WEIGHTS))
                .put("date", "2026-11-08")
                .put("report", report);
    }

    private static String sample(Random chance) {
        return "Sample " + Long.toHexString(chance.nextLong());
    }
}
