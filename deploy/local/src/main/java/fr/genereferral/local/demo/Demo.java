package fr.genereferral.local.demo;

import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.process.DataFolder;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.service.ServiceSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the platform, refers the sample children, says what became of them, and stays up until Ctrl-C. */
public final class Demo {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final DemoOptions options;
    private final Instant begun = Instant.now();

    private Demo(DemoOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        // Our own lines say what happens; PostgreSQL's launcher need not.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        // French names in whatever locale a terminal or a build server has.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            var options = DemoOptions.of(List.of(arguments), System.getenv());
            System.exit(new Demo(options).run() ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private boolean run() {
        options.refuseTakenPorts();
        if (options.fresh()) {
            Household.emptied(DataFolder.kept(options.folder()));
        }
        try (var system = LocalSystem.start(options.plan(), options.servicePlan(), this::progress)) {
            var allArrived = refer(system);
            if (!options.once()) {
                new Directions(system, options).print();
                new CountDownLatch(1).await();
            }
            return allArrived;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean refer(LocalSystem system) {
        progress("children");
        var clients = new Clients(system.platform().realm());
        var stories = SampleChild.all(LocalDate.now(PARIS)).stream()
                .map(child -> new Story(
                        clients,
                        system.url(ServiceSettings.REFERRAL),
                        system.url(ServiceSettings.HUB_DIRECTORY),
                        child))
                .toList();
        stories.forEach(Story::refer);
        stories.forEach(Story::unfold);
        stories.stream().flatMap(story -> new Report(story).lines().stream()).forEach(System.out::println);
        var arrived = stories.stream().filter(Story::arrived).count();
        System.out.println();
        System.out.println(Texts.of("summary", arrived, stories.size(), seconds()));
        return arrived == stories.size();
    }

    private void progress(String step) {
        System.out.printf("%3d s  %s%n", seconds(), Texts.of("step." + step));
    }

    private long seconds() {
        return Duration.between(begun, Instant.now()).toSeconds();
    }
}
