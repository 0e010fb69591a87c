package fr.genereferral.hubdirectory.web;

import jakarta.ws.rs.core.Response;

/**
 * A list that is read a page at a time: the answer says in its head where the next one is (RFC 8288).
 *
 * @param query what every page is asked with, but for where it begins
 */
public record Paged(String path, String query) {

    public static Paged of(String path, int limit) {
        return new Paged(path, "&limit=" + limit);
    }

    /** @param value null where the list is not narrowed by it */
    public Paged by(String name, Object value) {
        return value == null ? this : new Paged(path, query + "&" + name + "=" + value);
    }

    /** @param next cursor of the following page; null on the last one */
    public Response answer(Object page, String next) {
        var response = Response.ok(page);
        if (next != null) {
            response.header("Link", "<" + path + "?cursor=" + next + query + ">; rel=\"next\"");
        }
        return response.build();
    }
}
