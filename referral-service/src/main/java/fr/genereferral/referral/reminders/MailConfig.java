package fr.genereferral.referral.reminders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How hospitals are written to; how the server is spoken to is told to the mailer ({@code quarkus.mailer.*}). */
@ConfigMapping(prefix = "reminders.mail")
interface MailConfig {

    /** Host of the mail server; without one nothing is sent. */
    Optional<String> server();

    /** File of dated rows {@code finess,address,from,until,source}; without one no hospital has an address. */
    Optional<Path> addresses();

    /** Who a letter is from; nobody reads what is answered to it. */
    @WithDefault("genereferral@localhost")
    String from();

    /** Where hospitals reach this service: what a letter's links begin with. */
    @WithDefault("http://localhost:8081")
    URI link();

    /** News of one hospital that are claimed at a time. */
    @WithDefault("50")
    int claimed();

    /** From so many news of one hospital on they are one letter: after an outage nobody gets dozens. */
    @WithDefault("4")
    int together();

    /** For how long nobody else tries what one instance has claimed; half of it is what that one takes at most. */
    @WithDefault("10m")
    Duration lease();

    /** How long the server may take for one letter. */
    @WithDefault("20s")
    Duration limit();

    /** How long one transaction may take: one that hangs must not stop the mail of all. */
    @WithDefault("30s")
    Duration transaction();

    /** How long it is left alone when it does not answer; whatever was tried waits twice as long at least. */
    @WithDefault("30s")
    Duration away();

    /** How long a letter that nobody has taken waits at most. */
    @WithDefault("15m")
    Duration awayAtMost();

    /** After each refusal; after the last one it has failed. */
    @WithDefault("1m,10m,1h,6h")
    List<Duration> waits();
}
