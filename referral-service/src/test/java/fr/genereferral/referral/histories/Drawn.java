package fr.genereferral.referral.histories;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * How many histories are drawn, and from which seed: always the same thousand, so that no build fails by chance, a hundred
 * thousand with {@code -De2e.long=true}, others with {@code -Dhistories.seed=…}.
 */
final class Drawn implements AroundPropertyHook {
    private static final int MANY = 100_000;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (Boolean.getBoolean("e2e.long")) {
            context.attributes().setTries(MANY);
        }
        var seed = System.getProperty("histories.seed");
        if (seed != null) {
            context.attributes().setSeed(seed);
        }
        return property.execute();
    }
}
