package fr.genereferral.bench;

import fr.genereferral.bench.database.Superuser;
import fr.genereferral.bench.load.Bodies;
import fr.genereferral.bench.load.Declining;
import fr.genereferral.bench.load.Door;
import fr.genereferral.bench.load.Foresight;
import fr.genereferral.bench.load.Pages;
import fr.genereferral.bench.load.Sender;
import fr.genereferral.bench.load.Tokens;
import fr.genereferral.bench.machine.OwnProcesses;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Residence;
import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceSettings;

/** What a scenario stands on: the whole platform with the services as shipped, and who sends. */
public final class Bed implements AutoCloseable {
    // The same children in every run.
    private static final long SEED = 20261123;

    private final Settings settings;
    private final LocalSystem system;
    private final Sender sender = Sender.started();
    private final Tokens tokens;
    private final Door door;

    private Bed(Settings settings, LocalSystem system) {
        this.settings = settings;
        this.system = system;
        tokens = new Tokens(system.platform().realm().tokenEndpoint());
        tokens.renew();
        door = new Door(sender.vertx(), system.url(ServiceSettings.REFERRAL), tokens, new Bodies(SEED));
    }

    static Bed made(Settings settings, ServicePlan services) {
        return new Bed(settings, LocalSystem.start(EmbeddedPlatform.with(Part.values()), services, step -> {}));
    }

    public Settings settings() {
        return settings;
    }

    public LocalSystem system() {
        return system;
    }

    /** The national coordination at hub-directory-service. */
    public Foresight foresight() {
        return new Foresight(system.url(ServiceSettings.HUB_DIRECTORY), tokens);
    }

    /** A list of a service, as a client of the realm reads it. */
    public Pages pages(ServiceSettings service, String list, String client) {
        return new Pages(system.url(service) + list, tokens, client);
    }

    public Sender sender() {
        return sender;
    }

    public Door door() {
        return door;
    }

    /** The hubs as they say no. */
    public Declining declining() {
        return new Declining(sender.vertx(), system.url(ServiceSettings.HUB_DIRECTORY), tokens);
    }

    /** Before a round, so that no token is fetched or ends in it. */
    public void renewTokens() {
        tokens.renew();
    }

    public OwnProcesses processes() {
        return new OwnProcesses(system.platform().household().data().root());
    }

    public Quiet quiet() {
        return new Quiet(processes(), settings.patience());
    }

    public Superuser database(String name) {
        return new Superuser(system.platform().database(name));
    }

    public Residence residence(ServiceSettings service) {
        return Residence.of(system.service(service).pid());
    }

    @Override
    public void close() {
        sender.close();
        system.close();
    }
}
