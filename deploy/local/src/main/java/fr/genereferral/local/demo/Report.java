package fr.genereferral.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What became of each child, in a few lines; every cell is read from the API. */
final class Report {
    private static final int MINUTES_AN_HOUR = 60;

    private final Story story;
    private final JsonNode referral;

    Report(Story story) {
        this.story = story;
        this.referral = story.referral();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add((story.arrived() ? "✓ " : "✗ ")
                + Texts.of("child." + story.child().name()) + "  ·  "
                + referral.path("reference").asText());
        lines.add(row("from", Texts.of("hospital." + story.child().hospital())));
        lines.add(row("verdict", verdicts()));
        lines.add(row("state", Texts.of("state." + referral.path("state").asText(), when())));
        referral.path("offers").forEach(offer -> lines.addAll(offer(offer)));
        lines.add(row("link", story.link()));
        return lines;
    }

    private List<String> offer(JsonNode offer) {
        var travel = offer.path("travel");
        var lines = new ArrayList<String>();
        lines.add(row("hub", name(offer.path("hub")) + illustrative(offer)));
        lines.add(row(
                "why",
                Texts.of(
                        "why",
                        offer.path("rank").asText(),
                        offer.path("candidates").asText(),
                        hours(travel.path("minutes").asInt()),
                        legs(travel))));
        lines.add(row("next", next(offer)));
        lines.add(row("answer", answer(offer)));
        lines.add(row("delay", delay(offer)));
        return lines;
    }

    private String verdicts() {
        return stream(referral.path("verdicts"))
                .map(v -> v.path("therapy").asText() + " "
                        + Texts.of("outcome." + v.path("outcome").asText()) + ids(v))
                .collect(Collectors.joining(", "));
    }

    private static String ids(JsonNode verdict) {
        var ids = new ArrayList<String>();
        verdict.path("failing").forEach(id -> ids.add(id.asText()));
        verdict.path("deferring").forEach(id -> ids.add(id.asText()));
        verdict.path("missing").forEach(m -> ids.add(m.path("criterion").asText()));
        return ids.isEmpty() ? "" : " (" + String.join(" ", ids) + ")";
    }

    /** The date that goes with the state, where one does. */
    private String when() {
        return referral.path("deferredUntil").asText(referral.path("opensOn").asText(""));
    }

    private static String legs(JsonNode travel) {
        return stream(travel.path("legs")).map(Report::leg).collect(Collectors.joining(" → "));
    }

    private static String leg(JsonNode leg) {
        var mode = Texts.of("mode." + leg.path("mode").asText());
        var from = leg.path("from").asText();
        var to = leg.path("to").asText();
        var time = hours(leg.path("minutes").asInt());
        return from.equals(to) ? Texts.of("leg.at", mode, from, time) : Texts.of("leg", mode, from, to, time);
    }

    private static String next(JsonNode offer) {
        var next = stream(offer.path("next"))
                .map(n -> name(n.path("hub")) + " " + hours(n.path("minutes").asInt()))
                .collect(Collectors.joining(", "));
        return next.isEmpty() ? Texts.of("none") : next;
    }

    private static String answer(JsonNode offer) {
        var reason = offer.path("declineReason").asText("");
        return Texts.of("offer." + offer.path("state").asText(), reason.isEmpty() ? "" : Texts.of("reason." + reason));
    }

    private String delay(JsonNode offer) {
        var sent = Instant.parse(referral.path("clockStartedAt").asText());
        var offered = Instant.parse(offer.path("offeredAt").asText());
        return Duration.between(sent, offered).toMillis() + " ms";
    }

    private static String illustrative(JsonNode offer) {
        return offer.path("illustrative").asBoolean() ? " " + Texts.of("illustrative") : "";
    }

    private static String name(JsonNode hub) {
        return hub.path("name").asText() + " (" + hub.path("city").asText() + ")";
    }

    private static String hours(int minutes) {
        return minutes < MINUTES_AN_HOUR
                ? minutes + " min"
                : "%d h %02d".formatted(minutes / MINUTES_AN_HOUR, minutes % MINUTES_AN_HOUR);
    }

    private static String row(String label, String text) {
        return "   %-12s %s".formatted(Texts.of("row." + label), text);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
