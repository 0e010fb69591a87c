package fr.genereferral.e2e.anonymity;

import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One start of the packaged referral-service with a master key that it must not start with. */
record RefusedStart(int exit, String output) {
    private static final String JAR = "referral-service/target/quarkus-app/quarkus-run.jar";

    /** @param masterKey null for none */
    static RefusedStart with(IdentityPlatform platform, String masterKey) throws IOException, InterruptedException {
        var output = Files.createTempFile("refused-start", ".log");
        try {
            var process = launched(platform, masterKey, output);
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new RefusedStart(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private static Process launched(IdentityPlatform platform, String masterKey, Path output) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = Checkout.here().root().resolve(JAR).toString();
        var builder = new ProcessBuilder(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", jar)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(ServiceSettings.REFERRAL.environment(platform.system().platform(), "unused"));
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().remove("REFERRAL_MASTER_KEY");
        if (masterKey != null) {
            builder.environment().put("REFERRAL_MASTER_KEY", masterKey);
        }
        return builder.start();
    }

    long lines(String reason) {
        return output.lines().filter(line -> line.contains(reason)).count();
    }

    boolean hasStackTrace() {
        return output.lines().anyMatch(line -> line.startsWith("\tat "));
    }

    @Override
    public String toString() {
        return exit + "\n" + output;
    }
}
