package fr.genereferral.e2e.anonymity;

import fr.genereferral.e2e.support.Compared;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.process.AtOnce;
import fr.genereferral.local.service.MasterKey;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceProcess;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A platform that says all it can: every service at DEBUG, its access log on, and a next master key made known. In the long
 * run one of its own, for its keys are changed. In every build the one that all tests share, whose services start anew for
 * it; they stay as they are then, with marks planted everywhere, and that is why nothing comes after this.
 */
final class IdentityPlatform implements AutoCloseable {
    static final String NEXT_KEY = "k2:" + "B".repeat(42) + "A=";

    /** The one hospital that has an address. */
    private static final String ADDRESSES = """
            finess,address,from,until,source
            %s,genetique@bastia.example,2026-01-01,,test
            """.formatted(Errands.BASTIA);

    private static final String DUE = "update reminder set at = now() - interval '1 second'"
            + " where referral_id = '%s' and state = 'SCHEDULED'";

    private final LocalSystem system;
    private final MailSink letters;

    private IdentityPlatform(LocalSystem system, MailSink letters) {
        this.system = system;
        this.letters = letters;
    }

    static IdentityPlatform start() {
        var letters = new MailSink();
        return new IdentityPlatform(
                Scale.isLong() ? own(letters) : talkative(RunningSystem.system(), letters), letters);
    }

    private static LocalSystem own(MailSink letters) {
        var plan = ServicePlan.freePorts();
        for (var service : ServiceSettings.values()) {
            told(service, letters).forEach((name, value) -> plan.environment(service, name, value));
        }
        return LocalSystem.start(EmbeddedPlatform.with(Part.values()).forTests(), plan, step -> {});
    }

    private static LocalSystem talkative(LocalSystem shared, MailSink letters) {
        var services = EnumSet.allOf(ServiceSettings.class);
        // Each takes some seconds to stop.
        AtOnce.run(services.stream()
                .<Runnable>map(settings -> shared.service(settings)::stop)
                .toList());
        services.forEach(settings -> told(settings, letters).forEach(shared.service(settings)::tell));
        Compared.all();
        services.forEach(settings -> shared.service(settings).launch());
        services.forEach(settings -> shared.service(settings).awaitReady());
        return shared;
    }

    private static Map<String, String> told(ServiceSettings service, MailSink letters) {
        var told = new HashMap<String, String>();
        told.put("QUARKUS_LOG_LEVEL", "DEBUG");
        told.put("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");
        told.put("QUARKUS_MAILER_PORT", Integer.toString(letters.port()));
        told.put("HUBS_MAIL_SERVER", "127.0.0.1");
        told.put("HUBS_MAIL_EVERY", "1s");
        if (service == ServiceSettings.REFERRAL) {
            told.put("REFERRAL_OTHER_MASTER_KEYS", NEXT_KEY);
            // Each patient is another one here: identities are opened and compared as they are in production.
            told.put("DUPLICATES_EVERY", "1s");
            told.put("REMINDERS_MAIL_SERVER", "127.0.0.1");
            told.put("REMINDERS_MAIL_ADDRESSES", addresses().toString());
            told.put("REMINDERS_EVERY", "1s");
        }
        return told;
    }

    private static Path addresses() {
        try {
            var file = Files.writeString(Files.createTempFile("hospital-addresses", ".csv"), ADDRESSES);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MailSink letters() {
        return letters;
    }

    /** The time of all that a hospital will be reminded of passes: it is moved in the table, never a clock. */
    void remindersAreDue(String referral) throws SQLException {
        new Databases(system.platform()).run("referral", DUE.formatted(referral));
    }

    /** One more referral-service on the same data; the caller stops it. */
    ServiceProcess replica(Map<String, String> changed) {
        var environment = new HashMap<>(ServiceSettings.REFERRAL.environment(system.platform(), firstKey()));
        environment.putAll(told(ServiceSettings.REFERRAL, letters));
        environment.putAll(changed);
        return new ServiceProcess(
                system.platform().household(), ServiceSettings.REFERRAL, ServicePlan.freePorts(), environment);
    }

    String firstKey() {
        return MasterKey.of(system.platform().household().data()).text();
    }

    ServiceProcess referralService() {
        return system.service(ServiceSettings.REFERRAL);
    }

    String url(ServiceSettings service) {
        return system.url(service);
    }

    Client client() {
        return new Client(system.platform().realm().tokenEndpoint());
    }

    KeycloakEvents keycloak() {
        return new KeycloakEvents(system.platform().realm());
    }

    LocalSystem system() {
        return system;
    }

    Path data() {
        return system.platform().household().data().root();
    }

    /** The shared one ends with the JVM. */
    @Override
    public void close() {
        letters.close();
        if (Scale.isLong()) {
            system.close();
        }
    }
}
