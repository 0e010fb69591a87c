package fr.genereferral.local;

import fr.genereferral.local.connect.Pace;
import fr.genereferral.local.process.DataFolder;
import fr.genereferral.local.process.FreePort;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What to start, where, and with which passwords: by default free ports, a temporary folder, and names as passwords. */
public final class PlatformPlan {
    private final Set<Part> parts = EnumSet.noneOf(Part.class);
    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
    private Path folder;
    private UnaryOperator<String> passwords = UnaryOperator.identity();
    private boolean forTests;

    private PlatformPlan() {}

    static PlatformPlan of(Part... parts) {
        var plan = new PlatformPlan();
        plan.parts.addAll(Arrays.asList(parts));
        if (plan.parts.contains(Part.CONNECT)) {
            // A connector reads the one and writes the other.
            plan.parts.add(Part.POSTGRES);
            plan.parts.add(Part.KAFKA);
        }
        return plan;
    }

    /** 0 is any free port. */
    public PlatformPlan port(Part part, int port) {
        ports.put(part, port);
        return this;
    }

    /** Keeps the data there, for the next start. */
    public PlatformPlan keptIn(Path dataFolder) {
        folder = dataFolder;
        return this;
    }

    /** From the name of a database role to its password. */
    public PlatformPlan passwords(UnaryOperator<String> passwordOfRole) {
        passwords = passwordOfRole;
        return this;
    }

    /** For tests: they wait for what is to come and do not measure how long, and many platforms begin with nothing. */
    public PlatformPlan forTests() {
        forTests = true;
        return this;
    }

    /** Returns when every part answers. */
    public EmbeddedPlatform start() {
        var platform = new EmbeddedPlatform(this);
        platform.start();
        return platform;
    }

    Set<Part> parts() {
        return parts;
    }

    int portOf(Part part) {
        return FreePort.orGiven(ports.getOrDefault(part, 0));
    }

    DataFolder dataFolder() {
        return folder == null ? DataFolder.temporaryOne() : DataFolder.kept(folder);
    }

    UnaryOperator<String> passwords() {
        return passwords;
    }

    Pace pace() {
        return forTests ? Pace.UNHURRIED : Pace.AS_SHIPPED;
    }

    boolean isForTests() {
        return forTests;
    }
}
