package fr.genereferral.e2e.faults;

import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServiceSettings;

/** What can be killed with -9 and started again on the same port and data. */
interface Victim {
    void kill();

    void start();

    static Victim of(LocalSystem system, ServiceSettings service) {
        return new Victim() {
            @Override
            public void kill() {
                system.service(service).kill();
            }

            @Override
            public void start() {
                system.service(service).start();
            }

            @Override
            public String toString() {
                return service.module();
            }
        };
    }

    static Victim of(LocalSystem system, Part part) {
        return new Victim() {
            @Override
            public void kill() {
                system.platform().kill(part);
            }

            @Override
            public void start() {
                system.platform().restart(part);
            }

            @Override
            public String toString() {
                return part.name();
            }
        };
    }
}
