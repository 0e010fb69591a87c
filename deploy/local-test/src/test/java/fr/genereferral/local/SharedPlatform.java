package fr.genereferral.local;

/**
 * One platform for all tests of the module: it takes longer to start than any test takes to run. Without Keycloak, the slowest
 * of all to start: what its realm says is tested on the platform of deploy/e2e.
 */
public final class SharedPlatform {
    private static final EmbeddedPlatform PLATFORM =
            EmbeddedPlatform.with(Part.POSTGRES, Part.KAFKA, Part.CONNECT).start();

    private SharedPlatform() {}

    public static EmbeddedPlatform get() {
        return PLATFORM;
    }
}
