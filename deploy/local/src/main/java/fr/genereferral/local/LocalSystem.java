package fr.genereferral.local;

import fr.genereferral.local.process.AtOnce;
import fr.genereferral.local.service.ServiceProcess;
import fr.genereferral.local.service.ServiceSettings;
import java.util.EnumMap;
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
     * @param ports of the services; one that is not named gets a free port
     * @param progress told each step, in English
     */
    public static LocalSystem start(PlatformPlan plan, Map<ServiceSettings, Integer> ports, Consumer<String> progress) {
        progress.accept("servers");
        var system = new LocalSystem(plan.start());
        try {
            progress.accept("services");
            system.startServices(ports);
            progress.accept("outboxes");
            system.connectOutboxes();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    private void startServices(Map<ServiceSettings, Integer> ports) {
        for (var settings : ServiceSettings.values()) {
            var port = ports.getOrDefault(settings, 0);
            services.put(settings, ServiceProcess.on(platform, platform.household(), settings, port));
        }
        services.values().forEach(ServiceProcess::launch);
        services.values().forEach(ServiceProcess::awaitReady);
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
