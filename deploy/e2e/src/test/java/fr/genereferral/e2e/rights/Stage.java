package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.rights.Column.Place;
import fr.genereferral.e2e.rights.Column.Thing;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Together;
import fr.genereferral.local.service.ServiceSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Turns a trial into a request: whose token, which id, what body. */
public record Stage(ServiceSettings service, Scene existing, Scene erased, Scene followed) {
    /** By referral, a question that is tried by whoever may not. */
    private static final Map<String, String> SHARED = new ConcurrentHashMap<>();

    private static final Set<String> NATIONAL = Set.of("coordinator", "auditor", "rules_author", "rules_reviewer");
    private static final Set<String> EDITS = Set.of("PUT", "PATCH");
    /** What takes a draft; the empty one is the end of the first. */
    private static final Set<String> WRITTEN = Set.of("/v1/referrals/{id}", "", "/v1/referrals/validation");

    private static final String NO_ID = "no-id-at-all";

    /** At referral-service, with a scene of each sort. */
    static Stage laid() {
        var scenes = Together.each(
                List.<Supplier<Scene>>of(Scene::laid, () -> Scene.laid().erased(), Scene::followed), Supplier::get);
        return new Stage(ServiceSettings.REFERRAL, scenes.get(0), scenes.get(1), scenes.get(2));
    }

    Stage at(ServiceSettings other) {
        return new Stage(other, existing, erased, followed);
    }

    Stage with(Scene fresh) {
        return new Stage(service, fresh, fresh, fresh);
    }

    private Scene of(Trial trial) {
        if (trial.place() == Place.FOLLOWER) {
            return followed;
        }
        return trial.thing() == Thing.ERASED ? erased : existing;
    }

    Call call(Trial trial) {
        var scene = of(trial);
        var url = RunningSystem.system().url(service) + path(trial, scene);
        var call = Call.of(trial.method(), url, token(trial, scene), trial.isMove() ? body(trial.route()) : null)
                .typed();
        var moving =
                trial.isMove() ? call.with("Idempotency-Key", UUID.randomUUID().toString()) : call;
        return EDITS.contains(trial.method()) ? moving.with("If-Match", "*") : moving;
    }

    private static String token(Trial trial, Scene scene) {
        if (trial.role().equals("nobody")) {
            return null;
        }
        var atHome = trial.place() == Place.HOME && NATIONAL.contains(trial.role());
        return Badge.of(trial.role(), atHome ? "national" : scene.organisation(trial.place()));
    }

    private static String path(Trial trial, Scene scene) {
        return switch (trial.thing()) {
            case NEVER ->
                filled(
                        trial.route(),
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString());
            case MALFORMED -> filled(trial.route(), NO_ID, NO_ID, NO_ID);
            default ->
                filled(
                        trial.route(),
                        id(trial, scene),
                        question(trial, scene),
                        trial.namesADocument() ? scene.document() : "");
        };
    }

    /** One for each trial that is granted: a question that has ended takes nothing more. All others may share one. */
    private static String question(Trial trial, Scene scene) {
        if (!trial.namesAQuestion()) {
            return "";
        }
        return trial.expected().isGranted()
                ? scene.question()
                : SHARED.computeIfAbsent(scene.referral(), referral -> scene.question());
    }

    private static String filled(String route, String id, String question, String document) {
        var named = route.replaceFirst("\\{(id|referralId)}", id)
                .replace("{referralId}", id)
                .replace("{question}", question)
                .replace("{document}", document)
                .replace("{assignmentId}", UUID.randomUUID().toString());
        if (route.equals("/v1/directory/imports")) {
            // One runs at a time: here it is only tried.
            return named + "?dryRun=true";
        }
        return named.contains("{therapy}")
                ? named.replace("{therapy}", Therapy.granted())
                // Nothing contradicts it: there is nothing to settle.
                : named.replace("{name}", "body-weight");
    }

    private static String id(Trial trial, Scene scene) {
        if (trial.route().startsWith("/v1/offers/")) {
            return scene.offer(trial.place());
        }
        if (trial.route().startsWith("/v1/hubs/")) {
            return Therapy.HUB;
        }
        if (trial.route().startsWith("/v1/accreditations/")) {
            return Entry.accreditation();
        }
        if (trial.route().startsWith("/v1/capacity-pauses/")) {
            return Entry.pause();
        }
        if (trial.route().startsWith("/v1/directory/")) {
            return trial.route().contains("/anomalies/") ? Entry.anomaly() : Entry.imported();
        }
        return trial.route().contains("/therapies/") ? "ONA-IV" : scene.referral();
    }

    /** On the telephone, a moment ago. */
    private static String heard(String reason) {
        return "{%s\"saidBy\": {\"function\": \"PHYSICIAN\"}, \"saidAt\": \"%s\"}".formatted(reason, Instant.now());
    }

    /** What a move along a route takes, or along the end of one; null where it takes nothing. */
    public static String body(String route) {
        if (route.equals("/v1/travel/imports")) {
            return "{\"dryRun\": true, \"csv\": \"from,to,mode,minutes,boarding,alighting,valid_from,source\\n\"}";
        }
        if (route.startsWith("/v1/directory/") || route.startsWith("/v1/accreditations/")) {
            return Entry.body(route);
        }
        if (route.contains("/questions/") && route.endsWith("/withdrawal")) {
            return "{}";
        }
        if (WRITTEN.contains(route)) {
            return Sample.sma().livingIn("49").body().toString();
        }
        return switch (route.substring(route.lastIndexOf('/'))) {
            case "/referrals" -> Sample.sma().livingIn("49").body().toString();
            case "/search" -> "{\"patient\": {\"familyName\": \"Exemple\", \"birthDate\": \"" + Sample.today() + "\"}}";
            case "/facts" -> "{\"facts\": [{\"code\": \"hearing-loss-degree\", \"state\": \"not-done\"}]}";
            case "/family-wishes" -> "{}";
            case "/identity" ->
                "{\"reason\": \"OTHER\", \"identity\": {\"identityStatus\": \"PROV\", \"familyName\": \"EXEMPLE\"}}";
            case "/merge" -> "{\"other\": \"" + UUID.randomUUID() + "\", \"reason\": \"OTHER\"}";
            case "/merge-undoing" -> "{\"reason\": \"OTHER\"}";
            case "/duplicate-review" -> "{\"decision\": \"NOT_THE_SAME\"}";
            case "/settlement" -> "{\"holds\": 1, \"reason\": \"EXPERT_REVIEW\"}";
            case "/withdrawal" -> "{\"reason\": \"FAMILY_DECISION\"}";
            case "/questions" -> "{\"fact\": \"hearing-loss-degree\"}";
            case "/documents" -> Report.saying(UUID.randomUUID().toString());
            case "/removal" -> "{\"reason\": \"OTHER\"}";
            case "/messages" -> "{\"text\": \"Merci de préciser.\"}";
            case "/answer" -> "{\"dossierVersion\": 1}";
            case "/meetings" -> Sample.minutes("POSTPONED", "ONA-IV").toString();
            case "/care" -> "{\"on\": \"" + Sample.today() + "\"}";
            case "/outcome" ->
                "{\"result\": \"NOT_TREATED\", \"on\": \"" + Sample.today() + "\", \"reason\": \"CLINICAL_CHANGE\"}";
            case "/cancellation" -> "{\"decision\": \"CONFIRMED\"}";
            case "/acceptance" -> "{}";
            case "/give-back" -> "{\"reason\": \"NO_CAPACITY\"}";
            case "/declinal" -> "{\"reason\": \"NO_CAPACITY\"}";
            case "/claim", "/release" -> "{}";
            case "/handover" -> "{\"to\": {\"rpps\": \"99700218896\"}, \"reason\": \"END_OF_DUTY\"}";
            case "/telephone-acceptance" -> heard("");
            case "/telephone-declinal" -> heard("\"reason\": \"NO_CAPACITY\", ");
            case "/preview" -> Sample.sma().preview(Sample.today()).toString();
            case "/match-preview" ->
                "{\"therapy\": \"ONA-IV\", \"ageYears\": 0, \"origin\": {\"departement\": \"35\"}}";
            case "/replay" -> "{\"from\": \"%1$s\", \"to\": \"%1$s\"}".formatted(Sample.today());
            case "/comparison" -> Sample.sma().comparison(Sample.today()).toString();
            case "/variant-classifications" ->
                "{\"gene\": \"HGNC:10294\", \"hgvs\": \"NM_000329.3:c.1355T>G\", \"acmgClass\": 4,"
                        + " \"classifiedOn\": \"" + Sample.today() + "\", \"source\": \"PMID:1\"}";
            case "/assignments" -> "{\"hub\": \"" + Therapy.HUB + "\", \"reason\": \"OTHER\"}";
            case "/confirmation" -> "{\"decision\": \"CONFIRM\"}";
            case "/reopening" -> "{\"reason\": \"OTHER\"}";
            case "/mail-setting" -> "{\"mode\": \"EACH\"}";
            case "/capacity" -> "{\"therapy\": \"" + Therapy.unheardOf() + "\", \"slotsPerWeek\": 1}";
            case "/pauses" -> Entry.newPause();
            case "/end" -> "{\"until\": \"" + Sample.today() + "\"}";
            case "/hubs" -> Entry.registration();
            case "/{id}" -> "{\"phone\": \"+33 3 00 00 00 00\"}";
            case "/accreditations" -> Therapy.grant(Therapy.unheardOf());
            case "/revocation" -> "{\"endsOn\": \"" + Sample.today() + "\", \"reason\": \"RECORDED_IN_ERROR\"}";
            default -> null;
        };
    }
}
