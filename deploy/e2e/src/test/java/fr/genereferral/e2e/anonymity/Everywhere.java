package fr.genereferral.e2e.anonymity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.badinput.Operation;
import fr.genereferral.e2e.badinput.ServedApi;
import fr.genereferral.e2e.badinput.Service;
import fr.genereferral.e2e.badinput.Spot;
import fr.genereferral.e2e.rights.Stage;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.e2e.support.Together;
import fr.genereferral.local.service.ServiceSettings;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A patient goes down every operation that the three services describe: once as it is meant, with the patient where nobody looks for
 * one, and in several ways that are refused.
 */
final class Everywhere {
    private static final Map<Service, ServiceSettings> SERVICES = new EnumMap<>(Map.of(
            Service.REFERRAL, ServiceSettings.REFERRAL,
            Service.ELIGIBILITY, ServiceSettings.ELIGIBILITY,
            Service.HUB_DIRECTORY, ServiceSettings.HUB_DIRECTORY));

    private static final String COORDINATOR = Course.COORDINATOR;
    private static final String HOSPITAL = "hospital-" + Errands.BASTIA;
    /** Nobody is referred for it. */
    private static final String THERAPY = "GO-EVERY";

    /** By {@link Marked}. */
    private static final Set<String> SAID_ANYWAY = Set.of("X-Correlation-ID", "Accept-Language");

    private static final int MOST_SPOTS = Scale.of(3, 40);
    private static final int ONE_OF = 10;

    private final IdentityPlatform platform;
    private final Client client;
    private final Marked marked;
    private final Map<String, String> standing;

    private Everywhere(IdentityPlatform platform, Client client, Patient patient, Map<String, String> standing) {
        this.platform = platform;
        this.client = client;
        this.marked = new Marked(client, patient);
        this.standing = new HashMap<>(standing);
    }

    /** @param standing what addresses may name, as {@link Courses#go} leaves it */
    static void go(IdentityPlatform platform, Client client, Patient patient, Map<String, String> standing) {
        var everywhere = new Everywhere(platform, client, patient, standing);
        everywhere.lay();
        Together.each(operations(platform), everywhere::walk);
    }

    static List<Operation> operations(IdentityPlatform platform) {
        return SERVICES.entrySet().stream()
                .flatMap(service ->
                        ServedApi.at(service.getKey(), platform.url(service.getValue())).operations().stream())
                .toList();
    }

    /** What nobody has been asked for in this run, and whoever names it changes nothing for anybody. */
    private void lay() {
        var directory = platform.url(ServiceSettings.HUB_DIRECTORY) + "/v1";
        var hub = directory + "/hubs/" + standing.get("hub").substring("hub-".length());
        standing.put("therapy", THERAPY);
        standing.put("accreditation", granted(hub + "/accreditations"));
        var paused = marked.taken(COORDINATOR, "POST", hub + "/pauses", Stage.body("/pauses"));
        standing.put(
                "pause",
                paused.at("/pauses/" + (paused.path("pauses").size() - 1) + "/id")
                        .asText());
        var anomalies = directory + "/directory/anomalies";
        var anomaly = marked.taken(standing.get("hub"), "POST", anomalies, Stage.body("/v1/directory/anomalies"));
        standing.put("anomaly", anomaly.path("id").asText());
        var imports = directory + "/directory/imports";
        standing.put(
                "import",
                marked.taken(COORDINATOR, "POST", imports, "{\"hubs\": []}")
                        .path("id")
                        .asText());
    }

    /** @return the id of what the hub may give from now on */
    private String granted(String accreditations) {
        var grant = "{\"therapy\": \"" + THERAPY + "\", \"from\": \"2026-01-01\"}";
        for (var accreditation :
                marked.taken(COORDINATOR, "POST", accreditations, grant).path("accreditations")) {
            if (accreditation.path("therapy").asText().equals(THERAPY)) {
                return accreditation.path("id").asText();
            }
        }
        throw new IllegalStateException("not granted");
    }

    private boolean walk(Operation operation) {
        var url = url(operation, filled(operation.path()));
        var caller = caller(operation);
        var body = body(operation);
        marked.send(null, operation.method(), url, body);
        if (operation.isStream()) {
            client.follow(caller, marked.address(url));
            return true;
        }
        marked.send(caller, operation.method(), url, body);
        if (isDrawn(operation)) {
            marked.send(caller.equals(HOSPITAL) ? COORDINATOR : HOSPITAL, operation.method(), url, body);
            misnamed(operation, caller, body);
            misled(operation, caller, url, body);
            if (operation.hasBody()) {
                misfilled(operation, caller, url);
            }
        }
        return true;
    }

    /** In every build a few others are refused in every way; all are asked for and refused. */
    private static boolean isDrawn(Operation operation) {
        return Scale.isLong() || Seed.random("everywhere " + operation.id()).nextInt(ONE_OF) == 0;
    }

    private String url(Operation operation, String path) {
        return platform.url(SERVICES.get(operation.api().service())) + path;
    }

    private String caller(Operation operation) {
        var roles = operation.roles();
        // A hospital's token is not for the hub directory.
        if (roles.contains("referrer") && operation.api().service() != Service.HUB_DIRECTORY) {
            return HOSPITAL;
        }
        return roles.contains("hub_clinician") ? standing.get("hub") : COORDINATOR;
    }

    private String filled(String path) {
        var filled = path.replace("/referrals/{id}", "/referrals/" + standing.get("referral"))
                .replace("{referralId}", standing.get("referral"))
                .replace("{name}", standing.get("fact"))
                .replace("{question}", standing.get("question"))
                .replace("{document}", standing.get("document"))
                .replace("/offers/{id}", "/offers/" + standing.get("offer"))
                .replace("/hubs/{id}", "/hubs/" + standing.get("hub").substring("hub-".length()))
                .replace("/capacity-pauses/{id}", "/capacity-pauses/" + standing.get("pause"))
                .replace("/anomalies/{id}", "/anomalies/" + standing.get("anomaly"))
                .replace("/accreditations/{id}", "/accreditations/" + standing.get("accreditation"))
                .replace("/imports/{id}", "/imports/" + standing.get("import"))
                .replace("/therapies/{id}", "/therapies/ONA-IV")
                .replace("{therapy}", standing.get("therapy"));
        // What has no place here is no id at all, and is said to be unknown.
        return filled.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private static String body(Operation operation) {
        return operation.method().equals("GET") ? null : Stage.body(operation.path());
    }

    /** The patient as each part of the address, and as each thing that a query asks for. */
    private void misnamed(Operation operation, String caller, String body) {
        for (var name : List.of(Mark.WORD.text(), marked.patient().ins())) {
            var path = operation.path().replaceAll("\\{\\w+}", name);
            if (!path.equals(operation.path())) {
                marked.send(caller, operation.method(), url(operation, path), body);
            }
        }
        operation.parameters("query").forEach(parameter -> {
            var query = "?" + parameter.get("name").textValue() + "=" + Mark.WORD.text();
            marked.send(caller, operation.method(), url(operation, filled(operation.path())) + query, body);
        });
    }

    /** In headers that a service goes by, and in what is no JSON at all. */
    private void misled(Operation operation, String caller, String url, String body) {
        operation
                .parameters("header")
                .map(header -> header.get("name").textValue())
                .filter(header -> !SAID_ANYWAY.contains(header))
                .forEach(header -> client.send(
                        caller, marked.address(url), request -> request.header("Content-Type", "application/json")
                                .header(header, Mark.WORD.text().repeat(30))
                                .method(operation.method(), content(body))));
        if (body != null) {
            for (var type : List.of("application/json", "text/plain", Mark.WORD.text() + "/x")) {
                client.send(caller, marked.address(url), request -> Marked.said(request, marked.patient())
                        .header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "*")
                        .method(
                                operation.method(),
                                BodyPublishers.ofString(marked.patient().name())));
            }
        }
    }

    private static BodyPublisher content(String body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    /** Beside what the description shows, and in place of what is a code, a number or a day in it. */
    private void misfilled(Operation operation, String caller, String url) {
        var shown = (ObjectNode) operation.bodies().get(0);
        var name = "\"" + marked.patient().name() + "\"";
        var more = shown.deepCopy();
        more.put("patient", marked.patient().name());
        marked.send(caller, operation.method(), url, more.toString());
        var spots = new ArrayList<>(Spot.all(operation.api(), shown.deepCopy(), operation.bodySchema()));
        spots.removeIf(spot -> spot.isRoot() || isText(spot));
        Collections.shuffle(spots, Seed.random(operation.id()));
        spots.stream()
                .limit(MOST_SPOTS)
                .forEach(spot -> marked.send(
                        caller, operation.method(), url, new String(spot.with(name), StandardCharsets.UTF_8)));
    }

    /** Where whatever is written is taken: there it may rest. */
    private static boolean isText(Spot spot) {
        var pattern = spot.schema().path("pattern").asText();
        var isBound = spot.schema().has("format") || spot.schema().has("enum") || !isLoose(pattern);
        return spot.value().isTextual() && !isBound;
    }

    private static boolean isLoose(String pattern) {
        return pattern.isEmpty() || pattern.startsWith("^[^");
    }

    /** What nobody has asked for so that it was given, and what nobody has asked for so that it was refused. */
    static List<String> missed(List<Operation> operations, Collection<Answer> answers) {
        var whole = operations.stream().map(Everywhere::named).collect(Collectors.toSet());
        var asked = answers.stream()
                .collect(Collectors.groupingBy(
                        Answer::address, Collectors.mapping(answer -> answer.status() / 100, Collectors.toSet())));
        var missed = new ArrayList<String>();
        for (var operation : operations) {
            var name = named(operation);
            var form = Pattern.compile(name.replaceAll("\\{\\w+}", "[^/]+"));
            var answered = asked.entrySet().stream()
                    .filter(one -> whole.contains(one.getKey())
                            ? one.getKey().equals(name)
                            : form.matcher(one.getKey()).matches())
                    .flatMap(one -> one.getValue().stream())
                    .collect(Collectors.toSet());
            for (var hundred : List.of(2, 4)) {
                if (!answered.contains(hundred)) {
                    missed.add(name + " has never said " + hundred + "xx");
                }
            }
        }
        return missed;
    }

    private static String named(Operation operation) {
        return operation.method() + " " + operation.path();
    }
}
