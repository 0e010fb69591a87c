package fr.genereferral.hubdirectory.expiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is due is taken. */
@ConfigMapping(prefix = "offers.sweep")
interface SweepConfig {

    /** Overdue offers a transaction: long enough to be set-based, short enough that an answer hardly waits for it. */
    @WithDefault("250")
    int atOnce();

    /** Transactions at a time: the next hubs are asked before others work off what that has to say. */
    @WithDefault("4")
    int atATime();

    /** Overdue offers that are looked up at a time. */
    @WithDefault("20000")
    int lookedUp();

    /** Reminders a transaction. */
    @WithDefault("2000")
    int reminders();

    /** How long one transaction may take: one that hangs must not stop the clock. */
    @WithDefault("30s")
    Duration limit();

    /** How long a placement that could not be moved on is left alone: it must not fill what is looked up. */
    @WithDefault("60s")
    Duration setback();
}
