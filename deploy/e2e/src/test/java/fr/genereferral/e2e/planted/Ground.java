package fr.genereferral.e2e.planted;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServiceSettings;
import java.util.EnumSet;
import java.util.Set;

/**
 * A platform for bugs. In the long run one of its own: what they leave behind stays, and other tests look at everything. The
 * one bug of every build leaves nothing behind.
 */
final class Ground {
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final Set<ServiceSettings> PLANTED = EnumSet.noneOf(ServiceSettings.class);

    private Ground() {}

    /** Started by the first test that needs it; ends with the JVM. */
    private static final class Started {
        static final LocalSystem SYSTEM = LocalSystem.start(
                EmbeddedPlatform.with(Part.values()).forTests(), RunningSystem.services(), step -> {});
    }

    static LocalSystem system() {
        return Scale.isLong() ? Started.SYSTEM : RunningSystem.system();
    }

    /** The service runs with this bug until it is cleared. */
    static void plant(ServiceSettings service, String difference) {
        PLANTED.add(service);
        restart(service, JVM_OPTIONS, Mutant.of(Difference.named(difference)).option());
    }

    /** As packaged again, whether it still runs or not. */
    static void clear(ServiceSettings service) {
        PLANTED.remove(service);
        restart(service, JVM_OPTIONS, "");
    }

    static void clearAll() {
        Set.copyOf(PLANTED).forEach(Ground::clear);
    }

    static void restart(ServiceSettings service, String name, String value) {
        var process = system().service(service);
        process.stop();
        process.tell(name, value);
        process.start();
    }
}
