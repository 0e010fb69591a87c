package fr.genereferral.local.service;

import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.process.ChildProcess;
import fr.genereferral.local.process.FreePort;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.HttpProbe;
import fr.genereferral.local.process.JavaProgram;
import fr.genereferral.local.process.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One of the three services as it is packaged, in a process that can be killed and started again on the same port. */
public final class ServiceProcess implements Server {
    /** A service needs up to 310 MB beside its heap: together they stay below the 450 MB that it may hold. */
    private static final int HEAP_MEGABYTES = 136;

    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final Household household;
    private final String module;
    private final int port;
    private final ServicePlan plan;
    private final ServiceSettings settings;
    private final Map<String, String> environment;
    private ChildProcess process;

    /** @param environment where its servers are; what the plan says wins over it */
    public ServiceProcess(
            Household household, ServiceSettings settings, ServicePlan plan, Map<String, String> environment) {
        this.household = household;
        this.settings = settings;
        this.module = settings.module();
        this.plan = plan;
        this.port = FreePort.orGiven(plan.portOf(settings));
        this.environment = new HashMap<>(environment);
        this.environment.putAll(plan.environmentOf(settings));
        this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        // The C library gives each thread's allocations a place of their own and keeps them: some 60 MB of nothing.
        this.environment.put("MALLOC_ARENA_MAX", "2");
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(this.port));
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    public boolean runs() {
        return process != null && process.runs();
    }

    /** Launches without waiting, so that three services may start together. */
    public void launch() {
        var options = plan.optionsOf(settings).toArray(String[]::new);
        var program = JavaProgram.ofJar(HEAP_MEGABYTES, packaged()).with(options);
        process = ChildProcess.start(
                household, module, (plan.isAsShipped() ? program.toRunLong() : program).command(), environment);
    }

    /** Of the process that runs now. */
    public long pid() {
        return process.pid();
    }

    /** Tells it one thing more, or another; heard at its next start. */
    public void tell(String name, String value) {
        environment.put(name, value);
    }

    public void awaitReady() {
        process.await(TO_START, () -> HttpProbe.answers(baseUrl() + "/q/health/ready"));
    }

    @Override
    public void start() {
        launch();
        awaitReady();
    }

    private Path packaged() {
        var jar = Checkout.here().root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(module + " is not packaged: ./mvnw -pl " + module + " -am package");
        }
        return jar;
    }

    @Override
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(TO_STOP);
            process = null;
        }
    }
}
