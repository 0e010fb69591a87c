package fr.genereferral.referral.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is told of small numbers, and how much is read at once. */
@ConfigMapping(prefix = "genereferral.statistics")
interface StatisticsConfig {

    /** The smallest number that is told to those who do not know the children anyway. */
    @WithDefault("5")
    long least();

    /** How many referrals' judgements are in memory at once while they are counted. */
    @WithDefault("100")
    int page();
}
