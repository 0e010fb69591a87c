package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFormTest {
    /** Names have the usual one in them. */
    private static final char QUOTE = '"';

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = QUOTE,
            value = {
                "Élise-Anne, ELISE ANNE",
                "Élise-Anne, eliseanne",
                // an accent of its own
                "E\u0301lise, Élise",
                "Œdipe, OEDIPE",
                "Strauß, STRAUSS",
                "Łukasz, lukasz",
                "O’Brien, O'BRIEN",
                "Oʼbrien, obrien",
                "Marie\u00A0Claire, MARIE-CLAIRE",
                // nothing to be seen
                "Mar\u200Bie, marie",
                "ﬁlou, Filou",
                "Noël 2, noel2"
            })
    void isOneHoweverItIsWritten(String one, String other) {
        assertEquals(NameForm.of(one), NameForm.of(other));
    }

    @Test
    void keepsDifferentNamesApart() {
        assertNotEquals(NameForm.of("Martin"), NameForm.of("Martine"));
        assertNotEquals(NameForm.of("中村"), NameForm.of("中川"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = QUOTE,
            value = {
                "de La Tour, La Tour",
                "DE LA TOUR, Tour",
                "d'Artagnan, ARTAGNAN",
                "Le Gall, LEGALL",
                "Le Gall, Gall",
                "van der Meer, Meer"
            })
    void meetsAFamilyNameWithoutItsParticles(String one, String other) {
        assertTrue(
                !Collections.disjoint(NameForm.ofFamily(one), NameForm.ofFamily(other)),
                () -> NameForm.ofFamily(one) + " " + NameForm.ofFamily(other));
    }

    @Test
    void hasOneFormWithoutParticlesAndItsOwnWhenItIsOne() {
        assertEquals(Set.of("MARTIN"), NameForm.ofFamily("Martin"));
        assertEquals(Set.of("LE"), NameForm.ofFamily("Le"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "--", "\u200B", " . "})
    void hasNoneWithoutALetter(String name) {
        assertEquals(Set.of(), NameForm.ofFamily(name));
        assertEquals("", NameForm.of(name));
    }

    /** What was kept of names before is found still: the form as it was first said, in patterns. */
    @Test
    void isTheSameAsItWasSaidFirst() {
        var chance = new Random(7);
        for (var tries = 0; tries < 20_000; tries++) {
            var name = chance.ints(12, 0, SORTS.length)
                    .map(sort -> SORTS[sort][chance.nextInt(SORTS[sort].length)])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertEquals(
                    inPatterns(name),
                    NameForm.words(name),
                    () -> name.chars().boxed().toList().toString());
        }
    }

    /** Mostly what is in names; and anything below the surrogates and beyond them. */
    private static final int[][] SORTS = {
        "abcdefghijklmnopqrstuvwxyzßœæøłđðþ".codePoints().toArray(),
        "ABCÉÈÇŒÆØŁĐÐÞẞİǅ".codePoints().toArray(),
        " -'’ʼ.,\u00A0\u200B\u0301\u0308\u20DD\u0903\u00AD".codePoints().toArray(),
        "0123²½Ⅷ\u0149ﬁ".codePoints().toArray(),
        IntStream.range(1, 0xD800).toArray(),
        IntStream.range(0xE000, 0x2FFFF).toArray()
    };

    private static List<String> inPatterns(String name) {
        var plain = Pattern.compile("[\\p{M}\\p{Cf}]")
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        for (var pair : "Œ OE,Æ AE,Ø O,Ł L,Đ D,Ð D,Þ TH,ẞ SS".split(",")) {
            plain = plain.replace(pair.split(" ")[0], pair.split(" ")[1]);
        }
        return Pattern.compile("(?:[^\\p{L}\\p{N}]|\\u02BC)+")
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
