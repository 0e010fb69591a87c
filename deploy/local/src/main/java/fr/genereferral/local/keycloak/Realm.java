package fr.genereferral.local.keycloak;

/** Where the realm of the platform is served. */
public record Realm(String baseUrl, String name) {
    public String issuer() {
        return baseUrl + "/realms/" + name;
    }

    public String tokenEndpoint() {
        return issuer() + "/protocol/openid-connect/token";
    }
}
