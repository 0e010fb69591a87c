package fr.genereferral.referral.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is told of small numbers. */
@ConfigMapping(prefix = "genereferral.statistics")
interface StatisticsConfig {

    /** The smallest number that is told to those who do not know the children anyway. */
    @WithDefault("5")
    long least();
}
