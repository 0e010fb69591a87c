package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what is wrong with an answer. */
final class Oracle {
    /** Nothing of how the service is made may be seen. */
    private static final List<String> INNARDS = List.of(
            "Exception",
            "java.",
            "jakarta.",
            "io.quarkus",
            "io.vertx",
            "fr.genereferral.",
            "com.fasterxml",
            "\tat ",
            "SQLSTATE",
            "select ",
            "insert into",
            "Error id",
            "stack");
    /** No answer is as large as a body may be. */
    private static final int LARGEST = 200_000;

    private final Map<Service, JsonSchema> problems = new EnumMap<>(Service.class);
    private final List<String> canaries;

    /** @param canaries what stands in the identities that are sent: no answer may repeat it */
    Oracle(List<ServedApi> apis, List<String> canaries) {
        apis.forEach(api -> problems.put(api.service(), api.problem()));
        this.canaries = canaries;
    }

    Optional<String> complaint(Case done, Answer answer) {
        var expected = done.expected();
        if (answer.status() == Answer.NOTHING) {
            return Optional.of(answer.closed() ? "hung up on, over a fresh connection" : "no answer");
        }
        if (!expected.statuses().contains(answer.status())) {
            return Optional.of("status is not one of " + expected.statuses());
        }
        if (answer.status() < 400) {
            return Optional.empty();
        }
        var text = answer.text();
        var leaked = INNARDS.stream().filter(text::contains).findFirst();
        if (leaked.isPresent()) {
            return Optional.of("speaks of its innards: " + leaked.get());
        }
        if (canaries.stream().anyMatch(text::contains)) {
            return Optional.of("repeats the identity");
        }
        if (expected.form() == Expected.Form.BARE_AND_CLOSED && !answer.closed()) {
            return Optional.of("goes on after what was not HTTP");
        }
        if (expected.form() != Expected.Form.PROBLEM && answer.body().length == 0) {
            return Optional.empty();
        }
        return problem(done, answer);
    }

    private Optional<String> problem(Case done, Answer answer) {
        if (!answer.contentType().startsWith("application/problem+json")) {
            return Optional.of("no problem, but " + answer.contentType());
        }
        if (answer.body().length > LARGEST) {
            return Optional.of("far too many words: " + answer.body().length);
        }
        try {
            var problem = ServedApi.JSON.readTree(answer.body());
            return shape(done, answer, problem).or(() -> meaning(done.expected(), problem));
        } catch (JsonProcessingException e) {
            return Optional.of("the problem is not JSON");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<String> shape(Case done, Answer answer, JsonNode problem) {
        var wrong = problems.get(done.call().service()).validate(problem);
        if (!wrong.isEmpty()) {
            return Optional.of("not the problem that the description promises: " + wrong);
        }
        if (problem.path("status").asInt() != answer.status()) {
            return Optional.of("says another status than it has");
        }
        var slug = problem.path("code").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!problem.path("type").asText().endsWith("/" + slug)) {
            return Optional.of("type and code differ");
        }
        // What a hub has done already is the hub's affair, and nothing else of what is refused here is.
        var origins = answer.status() == 409 ? List.of("SENDER", "HUB") : List.of("SENDER");
        if (!origins.contains(problem.path("origin").asText())) {
            return Optional.of("blames " + problem.path("origin"));
        }
        return Optional.empty();
    }

    private static Optional<String> meaning(Expected expected, JsonNode problem) {
        if (expected.codes().isEmpty()) {
            return Optional.empty();
        }
        if (expected.pointer() == null) {
            return expected.codes().contains(problem.path("code").asText())
                    ? Optional.empty()
                    : Optional.of("code is not " + expected.codes());
        }
        var codes = new HashMap<String, String>();
        for (var violation : problem.path("violations")) {
            var here = violation.path("pointer").asText().equals(expected.pointer());
            if (here && expected.codes().contains(violation.path("code").asText())) {
                return Optional.empty();
            }
            codes.put(violation.path("pointer").asText(), violation.path("code").asText());
        }
        return Optional.of("no " + expected.codes() + " at " + expected.pointer() + " but " + codes);
    }
}
