package fr.genereferral.e2e.badinput;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a body as a whole. */
final class WholeDamage {
    private WholeDamage() {}

    static List<Damage> of(String valid) {
        var found = new ArrayList<Damage>();
        for (var text : List.of(
                "",
                " ",
                "{",
                valid.substring(0, valid.length() - 1),
                valid + "{}",
                valid + "x",
                "\uFEFF" + valid,
                "/* why */" + valid,
                "{'a': 1}",
                "{\"a\": 1,}",
                "<a/>",
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                "\u0000" + valid,
                "1" + "0".repeat(5000),
                "1e")) {
            found.add(new Damage("not one JSON value", utf8(text), Expected.malformed()));
        }
        found.add(new Damage("UTF-16", valid.getBytes(StandardCharsets.UTF_16), Expected.malformed()));
        found.add(new Damage("broken bytes", new byte[] {(byte) 0xfe, (byte) 0xff, 0, '{'}, Expected.malformed()));
        for (var text : List.of("null", "true", "[]", "[{}]", "\"x\"", "1", "-0", "1.5e3")) {
            found.add(new Damage("no object", utf8(text), Expected.at("", "WRONG_TYPE")));
        }
        return found;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
