package fr.genereferral.eligibility.hgvs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text that only moves on when what is asked for is there. */
final class Cursor {
    private final String text;
    private int place;

    Cursor(String text) {
        this.text = text;
    }

    int place() {
        return place;
    }

    boolean atEnd() {
        return place == text.length();
    }

    boolean sees(String expected) {
        return text.startsWith(expected, place);
    }

    boolean takes(String expected) {
        if (!sees(expected)) {
            return false;
        }
        place += expected.length();
        return true;
    }

    void demands(String expected) throws Unusable {
        if (!takes(expected)) {
            throw new Unusable(Unusable.Reason.MALFORMED, place);
        }
    }

    /** The match at this place, after which the cursor stands; null when there is none. */
    Matcher takes(Pattern pattern) {
        var matcher = pattern.matcher(text).region(place, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        place = matcher.end();
        return matcher;
    }

    String since(int start) {
        return text.substring(start, place);
    }
}
