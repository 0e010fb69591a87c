package fr.genereferral.referral.likeness;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes the names of a child down, with the errors of the list. */
final class NameClerk {
    private static final int SHORT = 10;
    private static final String PARTICLE =
            "^(?i:(?:de la|de|du|dos|da|van der|von|le|ben|el|aït|abd el) |d')(?=\\p{Lu})";

    private final Rates rates;
    private final Names names;
    private final Random random;
    private final WrittenSlips slips;

    NameClerk(Rates rates, Names names, Random random) {
        this.rates = rates;
        this.names = names;
        this.random = random;
        this.slips = new WrittenSlips(rates, random);
    }

    String family(String name) {
        var written = name;
        if (written.contains("-") && happens("double-name-halved")) {
            written = written.split("-")[random.nextInt(2)];
        }
        if (hasParticle(written) && happens("particle-variant")) {
            written = random.nextBoolean() ? written.replaceFirst(PARTICLE, "") : written.replaceAll("[ ']", "");
        }
        return spelled(written, "family-typing", "family-by-ear");
    }

    List<String> given(List<String> all) {
        var written = new ArrayList<String>();
        all.forEach(name -> written.add(oneGiven(name)));
        if (happens("given-unknown")) {
            return List.of();
        }
        if (written.size() > 1) {
            severalGiven(written);
        }
        return written;
    }

    private void severalGiven(List<String> written) {
        if (happens("given-order-changed")) {
            written.add(0, written.remove(1));
        }
        if (happens("given-first-missing")) {
            written.remove(0);
        } else if (happens("later-given-missing")) {
            written.subList(1, written.size()).clear();
        }
        if (happens("given-in-one-string")) {
            var joined = String.join(" ", written);
            written.clear();
            written.add(joined);
        }
    }

    private String oneGiven(String name) {
        var written = name;
        var others = names.spellings(name);
        if (!others.isEmpty() && happens("transliteration")) {
            written = others.get(random.nextInt(others.size()));
        }
        if (written.contains("-") && happens("compound-given-halved")) {
            written = written.substring(0, written.indexOf('-'));
        }
        return spelled(written, "given-typing", "given-by-ear");
    }

    String mother(String name) {
        return happens("mother-typing") ? slips.typed(name) : name;
    }

    private String spelled(String name, String typing, String byEar) {
        var written = name;
        if (happens(typing)) {
            written = slips.typed(written);
        }
        if (happens(byEar)) {
            written = slips.heard(written);
        }
        if (written.contains("-") && happens("hyphen-variant")) {
            written = written.replace("-", random.nextBoolean() ? " " : "");
        }
        if (!plain(written).equals(written) && happens("accent-garbled")) {
            written = WrittenSlips.garbled(written);
        }
        return written.length() > SHORT && happens("truncated") ? written.substring(0, SHORT) : written;
    }

    static String capitals(String name) {
        return name == null ? null : plain(name).toUpperCase(Locale.ROOT);
    }

    private static boolean hasParticle(String name) {
        return !name.replaceFirst(PARTICLE, "").equals(name);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('Ł', 'L')
                .replace('ł', 'l')
                .replace('ı', 'i');
    }

    private boolean happens(String kind) {
        return rates.happens(kind, random);
    }
}
