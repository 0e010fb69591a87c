package fr.genereferral.e2e.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.DeadLetters;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServiceSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What stood before a fault and must stand after it: the processes that were not killed, and no event given up meanwhile. */
record Standing(LocalSystem system, Map<ServiceSettings, Long> pids, Set<String> deadLetters) {
    static Standing of(LocalSystem system) {
        var pids = new EnumMap<ServiceSettings, Long>(ServiceSettings.class);
        for (var service : ServiceSettings.values()) {
            pids.put(service, system.service(service).pid());
        }
        return new Standing(system, pids, DeadLetters.of(system));
    }

    void assertUnchangedBut(Victim... killed) {
        pids.forEach((service, pid) -> {
            assertTrue(system.service(service).runs(), service.module() + " is gone");
            if (Arrays.stream(killed).noneMatch(v -> v.toString().equals(service.module()))) {
                assertEquals(pid, system.service(service).pid(), service.module() + " is another process");
            }
        });
        assertEquals(deadLetters, DeadLetters.of(system), "an event was given up");
    }
}
