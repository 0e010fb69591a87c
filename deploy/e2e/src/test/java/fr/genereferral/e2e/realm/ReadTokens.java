package fr.genereferral.e2e.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.local.keycloak.Realm;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Asks the realm for access tokens and reads them. */
record ReadTokens(Realm realm) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Token ofClient(String id, String secret) throws Exception {
        return read(ask(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret)));
    }

    Token ofUser(String name, String password) throws Exception {
        return read(ask(Map.of(
                "grant_type", "password", "client_id", "genereferral-web", "username", name, "password", password)));
    }

    String ask(Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(realm.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static Token read(String answer) throws Exception {
        var token = JSON.readTree(answer).path("access_token").asText();
        var claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new Token(JSON.readTree(claims));
    }

    record Token(JsonNode claims) {
        String text(String claim) {
            return claims.path(claim).asText();
        }

        Set<String> audiences() {
            return texts(claims.path("aud"));
        }

        Set<String> roles() {
            return texts(claims.path("realm_access").path("roles"));
        }

        long lifeInSeconds() {
            return claims.path("exp").asLong() - claims.path("iat").asLong();
        }

        private static Set<String> texts(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet());
        }
    }
}
