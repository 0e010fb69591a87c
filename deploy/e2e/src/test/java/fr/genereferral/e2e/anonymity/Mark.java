package fr.genereferral.e2e.anonymity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A piece of text that stands in nothing but a patient's value, and the shapes it may have taken on its way. {@link Codes} are too short
 * to have such a piece.
 */
record Mark(String text) {
    /** In every word of an identity: names, lines, cities, file numbers. */
    static final Mark WORD = new Mark("QXZKANARI");
    /**
     * In the first part of a first given name, the part by which children are compared. No rule by which names are compared by ear
     * changes it: it is found in what is made of a name, too.
     */
    static final Mark GIVEN = new Mark("VJWKGRBO");
    /** All invented INS begin so: a woman born in Corsica in a month that no register has. */
    static final Mark INS = new Mark("284702A97");
    /** A range of numbers that is never given to anybody; without the plus, which an address makes a space of. */
    static final Mark TELEPHONE = new Mark("33 1 99 00");
    /** The same in one word. Its digits alone would be in some time, id or count: in a gigabyte of digits a hundred times. */
    static final Mark TELEPHONE_IN_ONE = new Mark("+3319900");
    /** What is typed where a text is free: it may rest in the dossier, and go nowhere else. */
    static final Mark FREE = new Mark("WVJLIBRE");

    private static final int TELLING = 8;

    /** By name of the shape. */
    Map<String, byte[]> shapes() {
        var shapes = new LinkedHashMap<String, byte[]>();
        for (var form : new String[] {text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)}) {
            shapes.put("text " + form, bytes(form));
            shapes.put("UTF-16 " + form, form.getBytes(StandardCharsets.UTF_16LE));
            shapes.put("hexadecimal " + form, bytes(HexFormat.of().formatHex(bytes(form))));
            shapes.put(
                    "HEXADECIMAL " + form, bytes(HexFormat.of().withUpperCase().formatHex(bytes(form))));
            for (var shift = 0; shift < 3; shift++) {
                var encoded = base64(form, shift);
                // A few characters of base64 are in any text that is.
                if (encoded.length >= TELLING) {
                    shapes.put("base64 " + shift + " " + form, encoded);
                }
            }
        }
        shapes.put("JSON escapes", bytes(escaped("\\u%04x")));
        shapes.put("JSON ESCAPES", bytes(escaped("\\u%04X")));
        shapes.put("JSON in JSON", bytes(text.replace("\"", "\\\"")));
        shapes.put("of an address", bytes(java.net.URLEncoder.encode(text, StandardCharsets.UTF_8)));
        shapes.put(
                "of an address, %20",
                bytes(java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")));
        return shapes;
    }

    private String escaped(String pattern) {
        return text.chars().mapToObj(pattern::formatted).collect(Collectors.joining());
    }

    /** What of the encoding depends on nothing that stands before or after. */
    private static byte[] base64(String form, int shift) {
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes(" ".repeat(shift) + form));
        var from = shift == 0 ? 0 : shift + 1;
        var whole = (shift + form.length()) / 3 * 4;
        return bytes(encoded.substring(from, whole));
    }

    private static byte[] bytes(String form) {
        return form.getBytes(StandardCharsets.UTF_8);
    }
}
