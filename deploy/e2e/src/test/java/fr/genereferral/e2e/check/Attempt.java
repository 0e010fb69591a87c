package fr.genereferral.e2e.check;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One try of a POST.
 *
 * @param status 0 when no answer came
 * @param referral id that the answer named; empty without one
 * @param startedAt by {@link System#nanoTime}
 */
public record Attempt(int status, String referral, String location, long startedAt, long endedAt) {
    // Still running, too many, and whatever the server could not do just now: all say "come back with the same key".
    private static final Set<Integer> COME_BACK = Set.of(409, 429);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    public static Attempt of(HttpResponse<String> response, long startedAt) {
        var id = ID.matcher(response.body());
        return new Attempt(
                response.statusCode(),
                response.statusCode() < 300 && id.find() ? id.group(1) : "",
                response.headers().firstValue("Location").orElse(""),
                startedAt,
                System.nanoTime());
    }

    public static Attempt unanswered(long startedAt, long endedAt) {
        return new Attempt(0, "", "", startedAt, endedAt);
    }

    public boolean isAcknowledged() {
        return status == 200 || status == 201;
    }

    /** Stored or not: the client cannot know. */
    public boolean isAmbiguous() {
        return status == 0 || status >= 500 || COME_BACK.contains(status);
    }

    public boolean isRefused() {
        return !isAcknowledged() && !isAmbiguous();
    }

    public boolean wasOpenAt(long instant) {
        return startedAt < instant && instant < endedAt;
    }
}
