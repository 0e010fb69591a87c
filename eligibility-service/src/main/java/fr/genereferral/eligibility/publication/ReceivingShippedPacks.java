package fr.genereferral.eligibility.publication;

import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.json.ShippedPackReader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Brings the packs of the program to the database before the first event is heard: with no rule, nobody is judged. */
@ApplicationScoped
class ReceivingShippedPacks {
    private final RulePacks packs;

    ReceivingShippedPacks(RulePacks packs) {
        this.packs = packs;
    }

    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) throws Throwable {
        var shipped = ShippedPackReader.all();
        VertxContextSupport.subscribeAndAwait(() -> packs.receive(shipped));
    }
}
