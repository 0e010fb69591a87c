package fr.genereferral.e2e.anonymity;

import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back, and to what. */
record Answer(String asked, int status, String headers, String body) {
    static Answer of(HttpResponse<String> response) {
        var asked = response.request().method() + " " + response.request().uri().getPath();
        return new Answer(asked, response.statusCode(), response.headers().map().toString(), response.body());
    }

    /** The id of what a POST has made. */
    Optional<String> id() {
        var start = body.indexOf("\"id\":\"");
        return status == 201 && start >= 0
                ? Optional.of(body.substring(start + 6, body.indexOf('"', start + 6)))
                : Optional.empty();
    }

    /** Where what is sealed is read: an identity, the words of a meeting of experts, and what people ask and answer. */
    boolean isUnsealed() {
        return status == 200 && asked.matches(".*/(identity|meetings|questions)");
    }
}
