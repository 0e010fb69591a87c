package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.RunningSystem;
import java.util.concurrent.atomic.AtomicInteger;

/** Entries of the directory that nobody is sent to, and what is said of them. */
final class Entry {
    private static final String ANOMALY =
            "{\"hub\": \"%s\", \"reason\": \"FIELD_WRONG\", \"field\": \"PHONE\"}".formatted(Therapy.HUB);

    private static final AtomicInteger LAST = new AtomicInteger(1000);

    private static String imported;
    private static String pause;
    private static String accreditation;

    private Entry() {}

    /** Of a hub abroad that there was not before. */
    static String registration() {
        return "{\"id\": \"IT-TRY-%d\", \"name\": \"Try\", \"city\": \"Milano\", \"kind\": \"HUB\"}"
                .formatted(LAST.incrementAndGet());
    }

    static String body(String route) {
        return switch (route.substring(route.lastIndexOf('/'))) {
            case "/anomalies" -> ANOMALY;
            case "/confirmation" -> "{\"decision\": \"KEEP\", \"reason\": \"OTHER\"}";
            case "/settlement" -> "{\"outcome\": \"CORRECTED\"}";
            case "/trained-teams" -> "{\"since\": \"2026-01-05\", \"source\": \"test\"}";
            default -> "{\"hubs\": []}";
        };
    }

    /** Of a therapy that nobody is referred for. */
    static String newPause() {
        return "{\"therapy\": \"" + Therapy.unheardOf() + "\", \"reason\": \"STAFF\"}";
    }

    /** One for all: its end is told again and again. */
    static synchronized String pause() {
        if (pause == null) {
            pause = made("/v1/hubs/" + Therapy.HUB + "/pauses", newPause(), 201, "pauses[-1].id");
        }
        return pause;
    }

    /** The id of one that nobody has settled. */
    static String anomaly() {
        return made("/v1/directory/anomalies", ANOMALY, 201, "id");
    }

    /** One for all: it is only read. */
    static synchronized String imported() {
        if (imported == null) {
            imported = made("/v1/directory/imports", "{\"hubs\": []}", 202, "id");
        }
        return imported;
    }

    /** One for all: it loses nothing by what is said of it. */
    static synchronized String accreditation() {
        if (accreditation == null) {
            var therapy = Therapy.unheardOf();
            var granted = "accreditations.find { it.therapy == '" + therapy + "' }.id";
            accreditation = made("/v1/hubs/" + Therapy.HUB + "/accreditations", Therapy.grant(therapy), 201, granted);
        }
        return accreditation;
    }

    private static String made(String path, String body, int status, String what) {
        return Caller.coordinator()
                .post(RunningSystem.hubs() + path, body)
                .statusCode(status)
                .extract()
                .path(what);
    }
}
