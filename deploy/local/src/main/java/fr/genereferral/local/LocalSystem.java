package fr.genereferral.local;

import fr.genereferral.local.process.AtOnce;
import fr.genereferral.local.service.MasterKey;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceProcess;
import fr.genereferral.local.service.ServiceSettings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The whole platform on one machine: the servers, and the three services as packaged. */
public final class LocalSystem implements AutoCloseable {
    private final EmbeddedPlatform platform;
    private final Map<ServiceSettings, ServiceProcess> services = new EnumMap<>(ServiceSettings.class);

    private LocalSystem(EmbeddedPlatform platform) {
        this.platform = platform;
    }

    /**
     * Returns when everything answers and the outboxes flow.
     *
     * @param progress told each step, in English
     */
    public static LocalSystem start(PlatformPlan plan, ServicePlan servicePlan, Consumer<String> progress) {
        progress.accept("servers");
        var system = new LocalSystem(plan.start());
        try {
            progress.accept("services");
            system.startServices(servicePlan);
            progress.accept("outboxes");
            system.connectOutboxes();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    private void startServices(ServicePlan plan) {
        for (var settings : ServiceSettings.values()) {
            services.put(settings, process(settings, plan));
        }
        // A coordinator goes on from a referral at the hub directory, whose port is known only now.
        service(ServiceSettings.REFERRAL).tell("GENEREFERRAL_HUB_DIRECTORY_URL", url(ServiceSettings.HUB_DIRECTORY));
        services.values().forEach(ServiceProcess::launch);
        services.values().forEach(ServiceProcess::awaitReady);
    }

    /** One more of a service, on the same data and not yet started; the caller stops it. */
    public ServiceProcess replica(ServiceSettings settings, ServicePlan plan) {
        return process(settings, plan);
    }

    private ServiceProcess process(ServiceSettings settings, ServicePlan plan) {
        var household = platform.household();
        var environment = new HashMap<>(
                settings.environment(platform, MasterKey.of(household.data()).text()));
        if (settings == ServiceSettings.HUB_DIRECTORY) {
            // An offer names where its dossier is read.
            environment.put("HUB_DIRECTORY_REFERRAL_SERVICE_URL", url(ServiceSettings.REFERRAL));
        }
        return new ServiceProcess(household, settings, plan, environment);
    }

    private void connectOutboxes() {
        AtOnce.run(services.keySet().stream()
                .<Runnable>map(settings -> () -> platform.connect().register(settings.database()))
                .toList());
    }

    public EmbeddedPlatform platform() {
        return platform;
    }

    public ServiceProcess service(ServiceSettings settings) {
        return services.get(settings);
    }

    public String url(ServiceSettings settings) {
        return service(settings).baseUrl();
    }

    @Override
    public void close() {
        AtOnce.run(services.values().stream()
                .<Runnable>map(service -> service::stop)
                .toList());
        platform.close();
    }
}
