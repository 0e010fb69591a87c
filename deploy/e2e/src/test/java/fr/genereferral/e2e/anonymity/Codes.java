package fr.genereferral.e2e.anonymity;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places of birth and postal codes, too short to be looked for wherever they stand: five characters are in any long run of digits,
 * and the first three of a place stand at the beginning of one in four thousand random ids. The whole code is found as JSON would hold
 * it, in every shape that may have taken, and as a word of its own, as a log, a row or an address has one; there only as it is written,
 * for in small letters it would be a short hexadecimal number.
 *
 * <p>A false hit takes seven bytes in a row, of which five are one of a hundred codes (no commune has such a one, and nobody writes
 * numbers of five digits with two zeros in front): in ten gigabytes of bytes drawn at random, three times in a thousand. In a gigabyte of base64,
 * which has slashes, a code stands between two of them two or three times in a hundred; there is a fifth of that.
 */
final class Codes {
    private static final String BIRTH_PLACE = "2A9";
    /** Of no département. */
    private static final String POSTAL_CODE = "0099";

    private static final int PLACES = 100;
    private static final int POSTAL_CODES = 10;

    /** PostgreSQL's files write the length of a short text in front of it: that of five characters is a carriage return. */
    private static final String BEFORE = "\n\r ,:=([>\"'/";

    private static final String AFTER = "\n\r\0 ,;)]}<\"'&?/\\";

    private Codes() {}

    static String birthPlace(int number) {
        return BIRTH_PLACE + "%02d".formatted(number % PLACES);
    }

    static String postalCode(int number) {
        return POSTAL_CODE + number % POSTAL_CODES;
    }

    private static Stream<String> all() {
        return Stream.concat(
                IntStream.range(0, PLACES).mapToObj(Codes::birthPlace),
                IntStream.range(0, POSTAL_CODES).mapToObj(Codes::postalCode));
    }

    static List<Mark> inJson() {
        return all().map(code -> new Mark("\"" + code + "\"")).toList();
    }

    /** By name. */
    static Map<String, byte[]> words() {
        var words = new LinkedHashMap<String, byte[]>();
        all().forEach(code -> put(words, code));
        return words;
    }

    private static void put(Map<String, byte[]> words, String code) {
        for (var before : BEFORE.toCharArray()) {
            for (var after : AFTER.toCharArray()) {
                var name = "%s between %x and %x".formatted(code, (int) before, (int) after);
                words.put(name, (before + code + after).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
