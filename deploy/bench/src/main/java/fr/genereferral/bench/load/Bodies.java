package fr.genereferral.bench.load;

import fr.genereferral.local.sample.InventedName;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The sample child of the README again and again, each time another invented one, with a report of another laboratory: no two
 * are taken for one child. The same seed makes the same children: only names, laboratory and birthday differ, so every body
 * costs the same.
 */
public final class Bodies {
    private static final String FAMILY_NAME = "PLACEFORFAMILYNAME";
    private static final String GIVEN_NAME = "PLACEFORGIVENNAME";
    private static final String LABORATORY = "PLACEFORLABORATORY";
    private static final String ACCREDITATION = "PLACEFORACCREDITATION";
    private static final String BIRTH = "1900-01-01";
    /** What is between two of these stays the same. */
    private static final List<String> PLACES = List.of(BIRTH, LABORATORY, ACCREDITATION, FAMILY_NAME, GIVEN_NAME);

    private static final Pattern PLACE = Pattern.compile(String.join("|", PLACES));

    // Around three months old: always eligible, never beside a boundary.
    private static final int YOUNGEST_DAYS = 70;
    private static final int DAYS = 40;

    private final Random random;
    private final List<String> between;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

    public Bodies(long seed) {
        random = new Random(seed);
        var body = new JsonObject(sample().replace("TODAY", today.minusDays(2).toString()));
        var dossier = body.getJsonObject("dossier").put("birthDate", BIRTH);
        var report = dossier.getJsonObject("genetics").getJsonArray("reports").getJsonObject(0);
        report.put("laboratory", LABORATORY).put("accreditation", ACCREDITATION);
        body.getJsonObject("identity")
                .put("familyName", FAMILY_NAME)
                .put("givenNames", new JsonArray().add(GIVEN_NAME));
        var text = body.encode();
        var order = PLACE.matcher(text).results().map(MatchResult::group).toList();
        if (!order.equals(PLACES)) {
            throw new IllegalStateException("The sample has another order: " + order);
        }
        between = List.of(PLACE.split(text, -1));
    }

    public Buffer next() {
        var body = new StringBuilder(between.get(0)).append(today.minusDays(YOUNGEST_DAYS + random.nextInt(DAYS)));
        for (var rest : between.subList(1, between.size() - 1)) {
            body.append(rest).append(InventedName.drawn(random));
        }
        return Buffer.buffer(body.append(between.get(between.size() - 1)).toString());
    }

    private static String sample() {
        try (var in = Bodies.class.getResourceAsStream("/samples/sma.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
