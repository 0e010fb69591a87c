package fr.genereferral.bench.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

/**
 * The sample child of the README again and again, each time another invented one. The same seed makes the same children:
 * only name and birthday differ, so every body costs the same.
 */
public final class Bodies {
    private static final String NAME = "PLACEFORNAME";
    private static final String BIRTH = "1900-01-01";
    // Around three months old: always eligible, never beside a boundary.
    private static final int YOUNGEST_DAYS = 70;
    private static final int DAYS = 40;

    private final Random random;
    private final String beforeBirth;
    private final String beforeName;
    private final String afterName;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    private long made;

    public Bodies(long seed) {
        random = new Random(seed);
        var body = new JsonObject(sample().replace("TODAY", today.minusDays(2).toString()));
        body.getJsonObject("dossier").put("birthDate", BIRTH);
        body.getJsonObject("identity").put("familyName", NAME);
        var text = body.encode();
        var birth = text.indexOf(BIRTH);
        var name = text.indexOf(NAME);
        if (birth < 0 || name < birth) {
            throw new IllegalStateException("The sample has its dossier before its identity");
        }
        beforeBirth = text.substring(0, birth);
        beforeName = text.substring(birth + BIRTH.length(), name);
        afterName = text.substring(name + NAME.length());
    }

    public Buffer next() {
        var born = today.minusDays(YOUNGEST_DAYS + random.nextInt(DAYS));
        return Buffer.buffer(beforeBirth + born + beforeName + name() + afterName);
    }

    /** Letters alone, as a name: the number of the child in base 26, and some of chance before it. */
    private String name() {
        var name = new StringBuilder("ESSAI-");
        for (var rest = made++ * 1000 + random.nextInt(1000); rest > 0; rest /= 26) {
            name.append((char) ('A' + rest % 26));
        }
        return name.toString();
    }

    private static String sample() {
        try (var in = Bodies.class.getResourceAsStream("/samples/sma.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
