package fr.genereferral.local;

/** One platform for all tests of the module: it takes longer to start than any test takes to run. */
public final class SharedPlatform {
    private static final EmbeddedPlatform PLATFORM =
            EmbeddedPlatform.with(Part.values()).start();

    private SharedPlatform() {}

    public static EmbeddedPlatform get() {
        return PLATFORM;
    }
}
