package fr.genereferral.referral;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the running service with real PostgreSQL, real Kafka, a real mail server and really signed tokens. */
@QuarkusTest
@QuarkusTestResource(LocalServers.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServiceTest {}
