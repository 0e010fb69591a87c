package fr.genereferral.e2e.anonymity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.Ins;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.local.service.ServiceSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Takes a patient's identity down every path that a request can go. */
final class Errands {
    static final String BASTIA = "2B0000012";
    private static final int MOST_TRIES = 10;
    /** Added to the number of a child, that of one whom nobody else is. */
    private static final int NEWBORN = 6_000;

    private static final String HOSPITAL = "hospital-" + BASTIA;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IdentityPlatform platform;
    private final Client client;
    private final String referrals;
    private final int patients;

    /** @param patients how many go, numbered from 0 */
    Errands(IdentityPlatform platform, Client client, int patients) {
        this.platform = platform;
        this.client = client;
        this.patients = patients;
        this.referrals = platform.url(ServiceSettings.REFERRAL) + "/v1/referrals";
    }

    /** Every patient: accepted, with the name in headers, address and key; then read, and refused. */
    Optional<String> go(Patient patient) {
        var key = "key " + patient.number() + " of " + Mark.WORD.text();
        var body = patient.number() % 10 == 0 ? patient.bodyWithFreeText() : patient.body();
        var id = posted(patient, key, body.toString());
        // With everything it says written down, the platform is slow, and says 503 at times: a hospital tries again.
        for (var tries = 1; id.isEmpty() && tries < MOST_TRIES; tries++) {
            id = posted(patient, key, body.toString());
        }
        if (patient.number() % 5 == 0) {
            posted(patient, key, body.toString());
            posted(patient, key, patient.body().put("draft", true).toString());
        }
        if (patient.number() % 10 == 5) {
            posted(patient, key + " draft", patient.body().put("draft", true).toString())
                    .ifPresent(draft -> written(patient, draft));
        }
        id.ifPresent(one -> read(patient, one));
        if (patient.number() % 10 == 7) {
            qualifiedLater(patient);
        }
        refused(patient);
        return id;
    }

    /** In one way; in several where there are more ways than patients. */
    private void refused(Patient patient) {
        var ways = Refusals.of(patient);
        for (var way = patient.number() % ways.size(); way < ways.size(); way += patients) {
            client.send(HOSPITAL, referrals + named(patient), ways.get(way));
        }
    }

    private Optional<String> posted(Patient patient, String key, String body) {
        return client.send(HOSPITAL, referrals + named(patient), request -> Marked.said(request, patient)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .id();
    }

    /** In pieces: read, saved anew, looked at, and sent, which is refused where the child is being referred already. */
    private void written(Patient patient, String id) {
        var url = referrals + "/" + id;
        for (var path : List.of("", "/identity", "/actions")) {
            client.get(HOSPITAL, url + path + named(patient));
            client.get("national-coordinator", url + path + named(patient));
        }
        for (var version : List.of("*", Mark.WORD.text())) {
            client.send(HOSPITAL, url + named(patient), request -> request.header("If-Match", version)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(patient.body().toString())));
        }
        client.post(
                HOSPITAL,
                url + "/validation" + named(patient),
                "v",
                patient.body().toString());
        client.post(
                HOSPITAL,
                referrals + "/validation" + named(patient),
                "v",
                patient.body().toString());
        client.post(HOSPITAL, url + "/submission" + named(patient), "s " + patient.ins(), "{}");
    }

    private void read(Patient patient, String id) {
        var url = referrals + "/" + id;
        for (var path : List.of("", "/identity", "/timeline", "/assessments", "/actions", "/audit", "/audit/export")) {
            client.get(HOSPITAL, url + path + named(patient));
        }
        client.get(HOSPITAL, referrals + named(patient) + "&reference=" + Mark.WORD.text());
        client.get(HOSPITAL, referrals + named(patient) + "&include=identity&limit=1");
        client.get("hospital-350007084", url + "/identity" + named(patient));
        var questions = questions(patient);
        var question = questions.get(patient.number() % questions.size());
        client.post(HOSPITAL, referrals + "/search" + named(patient), "q", question);
        client.get("hub-130804297", url + "/identity");
        client.get("national-coordinator", url + "/identity" + named(patient));
        client.get(null, url + named(patient));
        client.post(HOSPITAL, url + "/withdrawal" + named(patient), "w", reason(patient));
    }

    /** By each thing that a patient may be looked for, and by too little. */
    private static List<String> questions(Patient patient) {
        var identity = patient.body().get("identity");
        var name = "\"familyName\": " + identity.get("familyName") + ", \"givenName\": " + identity.at("/givenNames/0");
        var born = "\"birthDate\": " + patient.body().at("/dossier/birthDate");
        return List.of(
                "{\"patient\": {" + name + ", " + born + "}}",
                "{\"ins\": \"" + patient.ins() + "\"}",
                "{\"hospitalFileNumber\": " + identity.get("hospitalFileNumber") + "}",
                "{\"patient\": {" + name + "}}");
    }

    /** One child all the way: offered, declined with words, offered again, opened by the hub, accepted. */
    void journey(Patient patient, String id) {
        var url = referrals + "/" + id;
        var first = offered(url, 1);
        var hub = "hub-" + text(first, "\"hub\":{\"id\":\"");
        var offer = platform.url(ServiceSettings.HUB_DIRECTORY) + "/v1/offers/" + text(first, "\"offerId\":\"");
        client.get(hub, offer + named(patient));
        client.get(hub, url + "/identity" + named(patient));
        client.post(hub, offer + "/declinal" + named(patient), "d", reason(patient));
        client.post(hub, offer + "/acceptance", "a", patient.body().toString());
        client.post(hub, offer + "/declinal", "d", "{\"reason\": \"NO_CAPACITY\"}");
        var second = offered(url, 2);
        var other = second.substring(second.lastIndexOf("\"offerId\":\""));
        var next = "hub-" + text(other, "\"hub\":{\"id\":\"");
        var nextOffer = platform.url(ServiceSettings.HUB_DIRECTORY) + "/v1/offers/" + text(other, "\"offerId\":\"");
        client.get(next, platform.url(ServiceSettings.HUB_DIRECTORY) + "/v1/offers" + named(patient));
        client.get(next, url + "/identity");
        client.post(
                next, url + "/questions" + named(patient), "q", "{\"text\": \"" + Mark.WORD.text() + " marche ?\"}");
        client.get(HOSPITAL, url + "/questions" + named(patient));
        client.get(next, url + "/questions" + named(patient));
        var others = client.get("national-coordinator", url + "/questions");
        if (!others.body().contains("\"OPEN\"") || others.body().contains(Mark.WORD.text())) {
            throw new IllegalStateException("the nation reads of a hub's question that it is asked, and no words");
        }
        documents(patient, url, next);
        client.post(next, nextOffer + "/acceptance" + named(patient), "a", "{}");
        // Too late: a 409 that says who has accepted.
        client.post(next, nextOffer + "/declinal" + named(patient), "late", "{\"reason\": \"NO_CAPACITY\"}");
        var minutes = Sample.minutes("GO", "ONA-IV").put("comment", Mark.WORD.text() + " va mieux.");
        client.post(next, url + "/meetings" + named(patient), "m", minutes.toString());
        client.get(next, url + "/meetings" + named(patient));
        var national = client.get("national-coordinator", url + "/meetings");
        if (!national.body().contains("\"GO\"") || national.body().contains(Mark.WORD.text())) {
            throw new IllegalStateException("the nation reads of a meeting what was decided, and no words");
        }
        client.post(next, url + "/care" + named(patient), "c", patient.body().toString());
        client.post(HOSPITAL, url + "/withdrawal", "w", "{\"reason\": \"FAMILY_DECISION\"}");
        client.post(next, url + "/cancellation" + named(patient), "x", reason(patient));
        client.post(next, url + "/cancellation" + named(patient), "y", "{\"decision\": \"CONFIRMED\"}");
    }

    /** A report that says whose it is, in its name too; then one that is none, and one under a name that is none. */
    private void documents(Patient patient, String url, String hub) {
        var documents = url + "/documents" + named(patient);
        var name = "attachment; filename*=UTF-8''" + Mark.WORD.text() + ".pdf";
        var report = Report.saying(Mark.WORD.text());
        var id = attached(documents, name, report)
                .id()
                .orElseThrow(() -> new IllegalStateException("a report was not attached"));
        attached(documents, name, patient.body().toString());
        attached(documents, "attachment; filename=\"" + patient.ins() + "/\"", report);
        for (var reader : List.of(HOSPITAL, hub)) {
            client.get(reader, documents);
            client.get(reader, url + "/documents/" + id + named(patient));
        }
        var national = client.get("national-coordinator", url + "/documents");
        if (!national.body().contains(id) || national.body().contains(Mark.WORD.text())) {
            throw new IllegalStateException("the nation reads of a document that it is there, and no name");
        }
        client.get("national-coordinator", url + "/documents/" + id);
        client.post(HOSPITAL, url + "/documents/" + id + "/removal" + named(patient), "r", reason(patient));
    }

    private Answer attached(String url, String disposition, String content) {
        return client.send(HOSPITAL, url, request -> request.header("Idempotency-Key", Mark.WORD.text() + disposition)
                .header("Content-Type", Report.TYPE)
                .header("Content-Disposition", disposition)
                .POST(BodyPublishers.ofString(content)));
    }

    /** What the other two services are sent by somebody who mistakes them for the first. */
    void others(Patient patient) {
        var eligibility = platform.url(ServiceSettings.ELIGIBILITY) + "/v1/eligibility/preview";
        var preview = patient.bodyWithFreeText();
        client.post(HOSPITAL, eligibility + named(patient), "p", preview.toString());
        preview.remove("identity");
        client.post(HOSPITAL, eligibility + named(patient), "p", preview.toString());
        var hubs = platform.url(ServiceSettings.HUB_DIRECTORY) + "/v1/hubs/" + Mark.WORD.text();
        client.get("national-coordinator", hubs + named(patient));
        client.post(
                "national-coordinator",
                hubs + "/accreditations",
                Mark.WORD.text(),
                patient.body().toString());
    }

    private String offered(String url, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> client.get(HOSPITAL, url).body(),
                        body -> body.contains("\"state\":\"OFFERED\"")
                                && body.split("\"offerId\"", -1).length == count + 1);
    }

    private static String text(String body, String before) {
        var start = body.indexOf(before) + before.length();
        return body.substring(start, body.indexOf('"', start));
    }

    private static String reason(Patient patient) {
        return "{\"reason\": \"" + patient.name() + "\", \"comment\": \"" + patient.ins() + "\"}";
    }

    private static String named(Patient patient) {
        return "?" + Marked.named(patient);
    }

    /** A child who is sent without a number gets one: that of another child first, which is refused, then its own; then its name is mended. */
    private void qualifiedLater(Patient patient) {
        var newborn = patient.body();
        var identity = (ObjectNode) newborn.get("identity");
        identity.put("identityStatus", "PROV").remove("ins");
        posted(patient, "newborn " + patient.ins(), newborn.toString()).ifPresent(id -> {
            var url = referrals + "/" + id;
            for (var ins : List.of(patient.ins(), new Patient(patient.number() + NEWBORN).ins())) {
                Ins.qualify(identity, ins);
                corrected(url, "*", "QUALIFIED_BY_INSI", identity);
            }
            identity.put("usedName", patient.name() + " " + patient.number());
            corrected(url, "*", "TYPING_ERROR", identity);
            corrected(url, Mark.WORD.text(), "OTHER", identity);
            corrected(url, "*", patient.name(), identity);
            for (var reader : List.of(HOSPITAL, "national-coordinator")) {
                client.get(reader, url + "/timeline" + named(patient));
            }
        });
    }

    private void corrected(String url, String version, String reason, ObjectNode identity) {
        var body = "{\"reason\": \"" + reason + "\", \"identity\": " + identity + "}";
        var address = url + "/identity?ins=" + identity.at("/ins/value").asText();
        client.send(HOSPITAL, address, request -> request.header("If-Match", version)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }
}
