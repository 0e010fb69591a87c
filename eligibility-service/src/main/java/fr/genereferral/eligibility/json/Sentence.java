package fr.genereferral.eligibility.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sentence taken apart once, because it is said for every node of every explanation.
 *
 * @param pieces words and the names of placeholders in turn, words first and last
 */
record Sentence(String text, List<String> pieces) {

    /** @param text with placeholders in braces */
    static Sentence of(String text) {
        var pieces = new ArrayList<String>();
        var from = 0;
        for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            var close = text.indexOf('}', open);
            pieces.add(text.substring(from, open));
            pieces.add(text.substring(open + 1, close));
            from = close + 1;
        }
        pieces.add(text.substring(from));
        return new Sentence(text, List.copyOf(pieces));
    }

    String filled(UnaryOperator<String> value) {
        if (pieces.size() == 1) {
            return text;
        }
        var said = pieces.toArray(String[]::new);
        for (var i = 1; i < said.length; i += 2) {
            said[i] = value.apply(said[i]);
        }
        return String.join("", said);
    }
}
