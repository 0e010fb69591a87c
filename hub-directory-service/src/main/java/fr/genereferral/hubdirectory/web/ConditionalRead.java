package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Refused;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers a read that names a version: 304 for the one that the reader has, 412 for another that it insists on. */
public final class ConditionalRead {
    private ConditionalRead() {}

    /** @param full the answer when no condition stands against it */
    public static Response of(Request request, long version, Supplier<Response> full) {
        return of(request, Long.toString(version), full);
    }

    /** @param tag where a version alone does not tell one answer from the next */
    public static Response of(Request request, String tag, Supplier<Response> full) {
        var unmet = request.evaluatePreconditions(new EntityTag(tag));
        if (unmet == null) {
            return full.get();
        }
        var answer = unmet.build();
        if (answer.getStatus() != Response.Status.NOT_MODIFIED.getStatusCode()) {
            throw Refused.because("STALE");
        }
        return answer;
    }
}
