package fr.genereferral.local.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How to run the three services: by default on free ports and set to start fast rather than to run long. */
public final class ServicePlan {
    private final Map<ServiceSettings, Integer> ports = new EnumMap<>(ServiceSettings.class);
    private final Map<ServiceSettings, Map<String, String>> environment = new EnumMap<>(ServiceSettings.class);
    private final Map<ServiceSettings, List<String>> options = new EnumMap<>(ServiceSettings.class);
    private boolean asShipped;

    private ServicePlan() {}

    public static ServicePlan freePorts() {
        return new ServicePlan();
    }

    public ServicePlan port(ServiceSettings service, int port) {
        ports.put(service, port);
        return this;
    }

    /** Told to the service on top of where its servers are; wins over it. */
    public ServicePlan environment(ServiceSettings service, String name, String value) {
        environment.computeIfAbsent(service, s -> new HashMap<>()).put(name, value);
        return this;
    }

    /** More options for the service's JVM: an agent, a system property. */
    public ServicePlan option(ServiceSettings service, String option) {
        options.computeIfAbsent(service, s -> new ArrayList<>()).add(option);
        return this;
    }

    /** With both compilers, as in production: what is to be measured or filled. */
    public ServicePlan asShipped() {
        asShipped = true;
        return this;
    }

    public int portOf(ServiceSettings service) {
        return ports.getOrDefault(service, 0);
    }

    public Map<String, String> environmentOf(ServiceSettings service) {
        return environment.getOrDefault(service, Map.of());
    }

    List<String> optionsOf(ServiceSettings service) {
        return options.getOrDefault(service, List.of());
    }

    boolean isAsShipped() {
        return asShipped;
    }
}
