package fr.genereferral.referral.dossier;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A pattern of a schema as JSON Schema means it: the end is the end. For Java a closing dollar also stands before a last
 * line break, so that one more character would slip through.
 */
final class WholePattern implements RegularExpression {
    private static final Pattern CLOSING_DOLLAR = Pattern.compile("(?<!\\\\)\\$$");

    private final Pattern pattern;

    private WholePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static RegularExpression of(String regex) {
        return new WholePattern(Pattern.compile(CLOSING_DOLLAR.matcher(regex).replaceFirst("\\\\z")));
    }

    @Override
    public boolean matches(String value) {
        return pattern.matcher(value).find();
    }
}
