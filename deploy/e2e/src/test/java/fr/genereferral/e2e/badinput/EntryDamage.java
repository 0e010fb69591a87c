package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Numbers in an entry of the directory, which is where their check digits are looked at. */
final class EntryDamage {
    private static final List<String> NUMBERS = List.of("id", "finessEj");
    private static final String LIST = "sites";

    private final Spot spot;
    private final List<Damage> found = new ArrayList<>();

    private EntryDamage(Spot spot) {
        this.spot = spot;
    }

    /** Nothing where no entry lies. */
    static List<Damage> at(Spot spot) {
        var damage = new EntryDamage(spot);
        if (damage.knows(LIST)) {
            Finess.WRONG_FORM.forEach(number -> damage.put("FINESS", number, "WRONG_FORMAT"));
            Finess.WRONG_DIGIT.forEach(number -> damage.put("FINESS check digit", number, "WRONG_CHECK_DIGIT"));
        }
        return damage.found;
    }

    private void put(String kind, String number, String code) {
        for (var field : NUMBERS) {
            // The id of an entry that is changed stands in the address.
            if (knows(field)) {
                add(kind, entry().put(field, number), field, code);
            }
        }
        var entry = entry();
        entry.putArray(LIST).add(number);
        add(kind, entry, LIST + "/0", code);
    }

    private boolean knows(String field) {
        return spot.schema().path("properties").has(field);
    }

    private ObjectNode entry() {
        return spot.value().deepCopy();
    }

    private void add(String kind, ObjectNode entry, String field, String code) {
        found.add(new Damage(kind, spot.with(entry.toString()), Expected.at(spot.at() + "/" + field, code)));
    }
}
