package fr.genereferral.e2e.anonymity;

import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back, and to what. */
record Answer(String asked, int status, String headers, String body) {
    private static final String NAMES = "include=identity";

    static Answer of(HttpResponse<String> response) {
        return of(response, response.body());
    }

    /** @param body what was read of it */
    static Answer of(HttpResponse<?> response, String body) {
        var address = response.request().uri();
        var named = String.valueOf(address.getQuery()).contains(NAMES) ? "?" + NAMES : "";
        var asked = response.request().method() + " " + address.getPath() + named;
        return new Answer(asked, response.statusCode(), response.headers().map().toString(), body);
    }

    /** Method and path of what was asked. */
    String address() {
        return asked.replace("?" + NAMES, "");
    }

    /** The id of what a POST has made. */
    Optional<String> id() {
        var start = body.indexOf("\"id\":\"");
        return status == 201 && start >= 0
                ? Optional.of(body.substring(start + 6, body.indexOf('"', start + 6)))
                : Optional.empty();
    }

    /**
     * Where what is sealed is read: an identity, a list with names, the words of a meeting, what people ask and answer,
     * documents; and where a document has just been attached, for whoever has attached it.
     */
    boolean isUnsealed() {
        return status == 200
                        && (asked.endsWith(NAMES) || asked.matches(".*/(identity|meetings|questions|documents(/.*)?)"))
                || status == 201 && asked.matches("POST .*/documents");
    }
}
