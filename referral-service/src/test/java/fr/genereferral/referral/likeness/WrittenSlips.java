package fr.genereferral.referral.likeness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a hand, an ear or a system makes of one name. */
final class WrittenSlips {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** What sounds alike in French, one for the other (CONV). */
    private static final List<Map.Entry<String, String>> BY_EAR = List.of(
            Map.entry("ph", "f"),
            Map.entry("th", "t"),
            Map.entry("y", "i"),
            Map.entry("eau", "au"),
            Map.entry("ll", "l"),
            Map.entry("tt", "t"),
            Map.entry("nn", "n"),
            Map.entry("ss", "s"),
            Map.entry("rr", "r"),
            Map.entry("k", "c"),
            Map.entry("z", "s"),
            Map.entry("ei", "ai"),
            Map.entry("an", "en"),
            Map.entry("in", "ain"),
            Map.entry("ck", "k"),
            Map.entry("oû", "ou"));

    private final Rates rates;
    private final Random random;

    WrittenSlips(Rates rates, Random random) {
        this.rates = rates;
        this.random = random;
    }

    /** One letter too many, too few, another, or two that have changed places; sometimes two such slips. */
    String typed(String name) {
        var once = slip(name);
        return rates.happens("second-slip", random) ? slip(once) : once;
    }

    private String slip(String name) {
        if (name.length() < 3) {
            return name;
        }
        var at = 1 + random.nextInt(name.length() - 1);
        var letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default -> name.substring(0, at - 1) + name.charAt(at) + name.charAt(at - 1) + name.substring(at + 1);
        };
    }

    String heard(String name) {
        var rules = new ArrayList<>(BY_EAR);
        Collections.shuffle(rules, random);
        for (var rule : rules) {
            if (name.contains(rule.getKey())) {
                return name.replaceFirst(rule.getKey(), rule.getValue());
            }
        }
        return name.endsWith("e") ? name.substring(0, name.length() - 1) : name + "e";
    }

    /** UTF-8 that was read as Latin-1. */
    static String garbled(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
