package fr.genereferral.hubdirectory.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How hubs are told. */
@ConfigMapping(prefix = "offers.feed")
interface FeedConfig {

    /** How many are given a number at a time. */
    @WithDefault("5000")
    int numbered();

    /** How many are read at a time for whoever follows from one place. */
    @WithDefault("200")
    int page();

    /** Open streams of one instance; whoever comes then is asked to come again. */
    @WithDefault("2000")
    int streams();

    /** Of these, for one hub: far more than its people are. */
    @WithDefault("50")
    int streamsOfOne();

    /**
     * Events that may wait for a reader. More is read for it once half of them are taken; one that leaves as many for a
     * heartbeat is sent away, and goes on later from where it was.
     */
    @WithDefault("1000")
    int waiting();

    /** After so long without an event a comment is sent: whatever lies between would take the stream for dead. */
    @WithDefault("15s")
    Duration heartbeat();

    /** For how long it is kept what a hub was told. */
    @WithDefault("30d")
    Duration kept();

    /** How long one transaction may take: one that hangs must not stop the others. */
    @WithDefault("30s")
    Duration limit();
}
