/** Keycloak and where the realm is served. */
package fr.genereferral.local.keycloak;
