package fr.genereferral.eligibility.hgvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws of the reader, on names by the grammar and on broken ones: a sample in every build, a million in the long run. */
class HgvsPropertiesTest {
    private static final int NAMES = Boolean.getBoolean("e2e.long") ? 500_000 : 20_000;
    private static final long SEED = Long.getLong("e2e.seed", 20261125L);

    @Test
    void everyNameOfTheGrammarIsReadAndReadsTheSameWhenItIsWrittenAgain() throws Unusable {
        var names = new RandomNames(SEED);
        for (var n = 0; n < NAMES; n++) {
            var text = names.valid();

            var name = HgvsReader.read(text);

            assertEquals(name, HgvsReader.read(forms(name).get(0)), text);
            assertTrue(forms(name).contains(withoutSelector(text)), text);
        }
    }

    @Test
    void aBrokenNameIsKeptWholeOrRefusedAtAPlaceWithinIt() {
        var names = new RandomNames(SEED + 1);
        var refused = 0;
        for (var n = 0; n < NAMES; n++) {
            var text = names.mutated();
            try {
                var name = HgvsReader.read(text);
                assertTrue(forms(name).contains(withoutSelector(text)), text);
            } catch (Unusable e) {
                refused++;
                assertTrue(e.place() >= 0 && e.place() <= text.length(), text);
                assertTrue(e.modernForm() == null || isReadable(e.modernForm()), text);
            }
        }
        assertTrue(refused > NAMES / 3, "the mutations break nothing: " + refused);
    }

    private static boolean isReadable(String text) {
        try {
            HgvsReader.read(text);
            return true;
        } catch (Unusable e) {
            return false;
        }
    }

    /** All ways to write what was read: a text that is none of them was not kept whole. */
    private static List<String> forms(HgvsName name) {
        var start = name.accession() + ":" + name.kind() + ".";
        var first = name.changes().get(0).text();
        if (name.arrangement() == Arrangement.SINGLE) {
            return List.of(start + first + (name.mosaic() ? "/=" : ""));
        }
        if (name.arrangement() == Arrangement.ALONE) {
            return List.of(start + "[" + first + "];[=]", start + "[" + first + "];[?]");
        }
        var second = name.changes().get(1).text();
        return switch (name.arrangement()) {
            case TRANS -> List.of(start + "[" + first + "];[" + second + "]");
            case CIS -> List.of(start + "[" + first + ";" + second + "]");
            default -> List.of(start + first + "(;)" + second, start + "[" + first + "(;)" + second + "]");
        };
    }

    private static String withoutSelector(String text) {
        return text.replaceFirst("\\([A-Z0-9-]{1,15}\\):", ":");
    }
}
