package fr.genereferral.e2e.secrecy;

import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.MasterKey;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceProcess;
import fr.genereferral.local.service.ServiceSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A platform of its own: every service at DEBUG, its access log on, and a next master key made known. */
final class IdentityPlatform implements AutoCloseable {
    static final String NEXT_KEY = "k2:" + "B".repeat(42) + "A=";

    private final LocalSystem system;

    private IdentityPlatform(LocalSystem system) {
        this.system = system;
    }

    static IdentityPlatform start() {
        return new IdentityPlatform(
                LocalSystem.start(EmbeddedPlatform.with(Part.values()).unhurried(), plan(), step -> {}));
    }

    private static ServicePlan plan() {
        var plan = ServicePlan.freePorts();
        for (var service : ServiceSettings.values()) {
            plan.environment(service, "QUARKUS_LOG_LEVEL", "DEBUG");
            plan.environment(service, "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");
        }
        return plan.environment(ServiceSettings.REFERRAL, "REFERRAL_OTHER_MASTER_KEYS", NEXT_KEY);
    }

    /** One more referral-service on the same data; the caller stops it. */
    ServiceProcess replica(Map<String, String> told) {
        var environment = new HashMap<>(ServiceSettings.REFERRAL.environment(system.platform(), firstKey()));
        environment.putAll(plan().environmentOf(ServiceSettings.REFERRAL));
        environment.putAll(told);
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

    LocalSystem system() {
        return system;
    }

    Path data() {
        return system.platform().household().data().root();
    }

    @Override
    public void close() {
        system.close();
    }
}
