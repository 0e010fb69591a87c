package fr.genereferral.local;

/** A server that a platform may have. */
public enum Part {
    POSTGRES,
    KAFKA,
    CONNECT,
    KEYCLOAK
}
