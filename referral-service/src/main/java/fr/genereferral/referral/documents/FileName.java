package fr.genereferral.referral.documents;

import fr.genereferral.referral.DocumentType;
import fr.genereferral.referral.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a file as its sender has it, from {@code Content-Disposition} (RFC 6266, RFC 8187): in a header, for a name may
 * hold a child's, and addresses are written down. Sealed where it is kept.
 */
final class FileName {
    private static final int LONGEST = 200;
    private static final int HEX = 16;

    /** Each character is three bytes at most, each of them three characters: a header may hold far more than a name. */
    private static final int LONGEST_ENCODED = 9 * LONGEST;

    private static final Pattern ENCODED = Pattern.compile(
            "(?:^|;)\\s*filename\\*\\s*=\\s*UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]*)\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile("(?:^|;)\\s*filename\\s*=\\s*\"([^\"\\\\]*)\"\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY = Pattern.compile("filename", Pattern.CASE_INSENSITIVE);

    /** Control characters, those that turn the direction of reading (a name that ends otherwise than it shows), paths. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFD/\\\\]");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]");

    private FileName() {}

    /**
     * @param header null where there is none
     * @return null where no name is given
     * @throws Refused when it names a file in no way that can be kept
     */
    static String of(String header) {
        if (header == null || !ANY.matcher(header).find()) {
            return null;
        }
        var encoded = ENCODED.matcher(header);
        if (encoded.find()) {
            return checked(decoded(encoded.group(1)));
        }
        var quoted = QUOTED.matcher(header);
        if (!quoted.find() || quoted.group(1).chars().anyMatch(c -> c > 0x7E)) {
            throw Refused.because("FILE_NAME_INVALID");
        }
        return checked(quoted.group(1));
    }

    private static String checked(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || FORBIDDEN.matcher(stripped).find()) {
            throw Refused.because("FILE_NAME_INVALID");
        }
        return stripped;
    }

    private static String decoded(String text) {
        if (text.length() > LONGEST_ENCODED) {
            throw Refused.because("FILE_NAME_INVALID");
        }
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.write(text.charAt(i));
                continue;
            }
            bytes.write(HEX * digit(text, i + 1) + digit(text, i + 2));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.because("FILE_NAME_INVALID");
        }
    }

    private static int digit(String text, int at) {
        var digit = at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
        if (digit < 0) {
            throw Refused.because("FILE_NAME_INVALID");
        }
        return digit;
    }

    /**
     * As a content is served: to be kept and not to be shown, under a name that ends as its type does, whatever its sender has
     * called it.
     */
    static String disposition(String name, DocumentType type) {
        var given = name == null ? "document" : name;
        var ends = given.toLowerCase(Locale.ROOT);
        var fits = ends.endsWith(type.ending()) || type == DocumentType.JPEG && ends.endsWith(".jpeg");
        return "attachment; filename*=UTF-8''" + encoded(fits ? given : given + type.ending());
    }

    private static String encoded(String name) {
        var out = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var c = String.valueOf((char) (b & 0xFF));
            out.append(PLAIN.matcher(c).matches() ? c : String.format("%%%02X", b & 0xFF));
        }
        return out.toString();
    }
}
