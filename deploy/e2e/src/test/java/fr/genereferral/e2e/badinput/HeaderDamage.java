package fr.genereferral.e2e.badinput;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with the head of a request that is right otherwise. */
final class HeaderDamage {
    private final Operation operation;
    private final Call valid;
    private final List<Case> found = new ArrayList<>();

    private HeaderDamage(Operation operation, Call valid) {
        this.operation = operation;
        this.valid = valid;
    }

    static List<Case> of(Operation operation, Call valid) {
        var damage = new HeaderDamage(operation, valid);
        damage.accept();
        damage.token();
        damage.notHttp();
        damage.method();
        if (operation.hasBody()) {
            damage.contentType();
            damage.size();
        }
        if (operation.needsKey()) {
            damage.key();
        }
        return damage.found;
    }

    private void accept() {
        for (var type :
                List.of("text/html", "application/xml", "garbage", "/", "a/b/c", "audio/*", "application/fhir+json")) {
            add("accept", valid.plus("Accept: " + type), Expected.problem(406, "NOT_ACCEPTABLE"));
        }
        for (var language : List.of(
                "-",
                "--",
                "en;q=9",
                "en;q=abc",
                ",,,",
                "*",
                ";",
                "fr-" + "a".repeat(3000),
                "\u00e9\u00ff",
                "1-",
                "-en",
                "en-")) {
            // Asked for something that is refused for another reason: the language must not make it worse.
            var call =
                    valid.without("Accept-Language").plus("Accept: text/html").plus("Accept-Language: " + language);
            add("language", call, Expected.problem(406, "NOT_ACCEPTABLE"));
        }
        for (var name : List.of("a b", "x".repeat(65), "\u00e9", "<script>", "a\tb")) {
            var call = valid.plus("Accept: text/html").plus("X-Correlation-ID: " + name);
            add("correlation", call, Expected.problem(406, "NOT_ACCEPTABLE"));
        }
    }

    private void token() {
        var without = valid.withCaller(null);
        add("no token", without, Expected.problem(401, "UNAUTHENTICATED"));
        for (var line : List.of(
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer x.y.z",
                "Basic eDp5",
                "Digest a=\"b\"",
                "\u00ff",
                "Bearer " + "a".repeat(8000))) {
            add("absurd token", without.plus("Authorization: " + line), Expected.problem(401, "UNAUTHENTICATED"));
        }
    }

    /** What ends before there is a request: the server says so in a line and closes. */
    private void notHttp() {
        for (var line : List.of("A: \u0001", "A\u0000: x", "A: a\u0000b", "no colon", "A b: x", "\u0001: x")) {
            add("header that is none", valid.plus(line), Expected.notHttp(400));
        }
        add("headers of 200 kB", valid.plus("A: " + "a".repeat(200_000)), Expected.notHttp(431));
        add("line of 9 kB", valid.withTarget(valid.target() + "?" + "a".repeat(9000)), Expected.notHttp(414));
        for (var length : List.of("abc", "-1", "99999999999999999999", "1, 2", "")) {
            var call = valid.framed(Call.Framing.NONE).withBody(new byte[0]).plus("Content-Length: " + length);
            add("false length", call, Expected.notHttp(400));
        }
    }

    /**
     * The framework tells the wrong method from the wrong address only where the address has no parameter, and where none
     * could be meant by its last word.
     */
    private void method() {
        var path = operation.path();
        var named = path.substring(0, path.lastIndexOf('/')) + "/{id}";
        var isNamed = operation.api().operations().stream()
                .anyMatch(other -> other.path().equals(named));
        var expected = path.contains("{") || isNamed ? Expected.any(404, 405) : Expected.any(405);
        var known = operation.methods();
        for (var method : List.of("PUT", "DELETE", "PATCH", "TRACE", "BREW", "get", "PROPFIND")) {
            if (known.contains(method)) {
                continue;
            }
            add("method", valid.withMethod(method), expected);
        }
    }

    private void contentType() {
        for (var type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-16",
                "application/json; charset=latin1",
                "application/json; charset=nope",
                "application/json, text/plain",
                "application/problem+json",
                "application/fhir+json",
                "application/*",
                "*/*",
                "garbage",
                "/",
                "a/b/c",
                "application/ json",
                "application/json/x")) {
            var call = valid.without("Content-Type").plus("Content-Type: " + type);
            add("content type", call, Expected.problem(415, "UNSUPPORTED_MEDIA_TYPE"));
        }
        add("no content type", valid.without("Content-Type"), Expected.problem(415, "UNSUPPORTED_MEDIA_TYPE"));
    }

    private void size() {
        var most = operation.largestBody();
        var large = "{\"a\": \"%s\"}".formatted("x".repeat(most + 4_000_000)).getBytes(StandardCharsets.UTF_8);
        add("far too large", valid.withBody(large), Expected.problem(413, "TOO_LARGE"));
        add(
                "far too large in chunks",
                valid.withBody(large).framed(Call.Framing.CHUNKED),
                Expected.problem(413, "TOO_LARGE"));
        var justOver = "x".repeat(most + 1).getBytes(StandardCharsets.UTF_8);
        add("a byte over the limit", valid.withBody(justOver), Expected.problem(413, "TOO_LARGE"));
        add(
                "a byte over the limit in chunks",
                valid.withBody(justOver).framed(Call.Framing.CHUNKED),
                Expected.problem(413, "TOO_LARGE"));
        var justIn = " ".repeat(most).getBytes(StandardCharsets.UTF_8);
        add("as much of nothing as may be", valid.withBody(justIn), Expected.malformed());
        add(
                "as much of nothing as may be in chunks",
                valid.withBody(justIn).framed(Call.Framing.CHUNKED),
                Expected.malformed());
    }

    private void key() {
        var without = valid.without("Idempotency-Key");
        add("key", without, Expected.problem(400, "IDEMPOTENCY_KEY_MISSING"));
        add("key", without.plus("Idempotency-Key: "), Expected.problem(400, "IDEMPOTENCY_KEY_MISSING"));
        add("key", without.plus("Idempotency-Key:   \t"), Expected.problem(400, "IDEMPOTENCY_KEY_MISSING"));
        for (var length : new int[] {256, 9000}) {
            var call = without.plus("Idempotency-Key: " + "k".repeat(length));
            add("key", call, Expected.problem(400, "IDEMPOTENCY_KEY_TOO_LONG"));
        }
    }

    private void add(String kind, Call call, Expected expected) {
        found.add(new Case(operation.id(), kind, call, expected));
    }
}
