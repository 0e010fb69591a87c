package fr.genereferral.local.keycloak;

import fr.genereferral.local.process.HttpProbe;
import fr.genereferral.local.process.JavaProgram;
import java.io.IOException;
import java.util.List;

/** What kc.sh would run: it adds a shell between us and the server, which then outlives a kill. */
record KeycloakProgram(KeycloakHome home, int port) {
    private static final int HEAP_MEGABYTES = 384;

    Realm realm() {
        return new Realm("http://127.0.0.1:" + port, "genereferral");
    }

    boolean answers() throws IOException, InterruptedException {
        return HttpProbe.answers(realm().issuer() + "/.well-known/openid-configuration");
    }

    List<String> command() {
        return JavaProgram.ofClass(
                        HEAP_MEGABYTES,
                        List.of(home.runner()),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        "--import-realm",
                        // Otherwise it looks for others of its kind on the network.
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        // One issuer, whether it is called localhost or 127.0.0.1.
                        "--hostname=" + realm().baseUrl())
                .with(
                        "-Dkc.home.dir=" + home.folder(),
                        "-Djboss.server.config.dir=" + home.folder().resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dpicocli.disable.closures=true",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .command();
    }
}
