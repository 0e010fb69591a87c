package fr.genereferral.eligibility.hgvs;

import java.util.List;
import java.util.Random;

/** Names of the profile, written by its grammar, and names that somebody mistyped. */
final class RandomNames {
    private static final String LETTERS = "NMRGC_0123456789.:cgmnp[](;)/>*+-?=ACGTUdelinsupv \u00e9\u202e\n";
    private static final List<String> ACCESSIONS = List.of(
            "NM_000518.5",
            "NM_001033855.3",
            "NR_000518.5",
            "NC_012920.1",
            "NG_000007.3",
            "LRG_676t1",
            "ENST00000380707.9");

    private final Random random;

    RandomNames(long seed) {
        this.random = new Random(seed);
    }

    String valid() {
        var accession = ACCESSIONS.get(random.nextInt(ACCESSIONS.size()));
        var kind = accession.startsWith("NM") ? "c" : accession.startsWith("NR") ? "n" : oneOf("c", "n", "g", "m");
        return accession + (random.nextInt(4) == 0 ? "(HBB)" : "") + ":" + kind + "." + description();
    }

    /** A valid name with a few characters changed, lost or added. */
    String mutated() {
        var name = new StringBuilder(valid());
        for (var change = random.nextInt(3); change >= 0; change--) {
            var at = random.nextInt(name.length());
            var letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> name.setCharAt(at, letter);
                case 1 -> name.insert(at, letter);
                default -> name.deleteCharAt(at);
            }
        }
        return name.toString();
    }

    private String description() {
        return switch (random.nextInt(9)) {
            case 0 -> "[" + change() + "];[" + change() + "]";
            case 1 -> "[" + change() + ";" + change() + "]";
            case 2 -> change() + "(;)" + change();
            case 3 -> "[" + change() + "(;)" + change() + "]";
            case 4 -> "[" + change() + "];[" + oneOf("=", "?") + "]";
            case 5 -> change() + "/=";
            default -> change();
        };
    }

    private String change() {
        return range() + (random.nextBoolean() ? "_" + range() : "") + edit();
    }

    private String range() {
        return random.nextInt(4) == 0 ? "(" + position() + "_" + position() + ")" : position();
    }

    private String position() {
        if (random.nextInt(12) == 0) {
            return "?";
        }
        var offset = random.nextInt(3) == 0 ? oneOf("+", "-") + (1 + random.nextInt(5000)) : "";
        return oneOf("", "", "", "-", "*") + (1 + random.nextInt(12_000)) + offset;
    }

    private String edit() {
        return switch (random.nextInt(8)) {
            case 0 -> "=";
            case 1 -> "del" + bases(0);
            case 2 -> "del" + bases(0) + "ins" + bases(1);
            case 3 -> "dup" + bases(0);
            case 4 -> "ins" + bases(1);
            case 5 -> "inv";
            default -> bases(1).substring(0, 1) + ">" + bases(1).substring(0, 1);
        };
    }

    private String bases(int least) {
        var bases = new StringBuilder();
        for (var n = least + random.nextInt(4); n > 0; n--) {
            bases.append("ACGT".charAt(random.nextInt(4)));
        }
        return bases.toString();
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
