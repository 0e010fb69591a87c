package fr.genereferral.local.demo;

import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServiceSettings;

/** Where to go from here: addresses and demonstration users. */
final class Directions {
    private final LocalSystem system;
    private final DemoOptions options;

    Directions(LocalSystem system, DemoOptions options) {
        this.system = system;
        this.options = options;
    }

    void print() {
        System.out.println();
        for (var service : ServiceSettings.values()) {
            var url = system.url(service);
            System.out.printf("%-22s %s/q/swagger-ui   %s/q/health%n", service.module(), url, url);
        }
        var realm = system.platform().realm();
        System.out.printf("%-22s %s   %s%n", "Keycloak", realm.baseUrl(), realm.issuer());
        System.out.println(Texts.of("users"));
        System.out.println(Texts.of("logs", options.folder().resolve("logs")));
        System.out.println(Texts.of("stays"));
    }
}
