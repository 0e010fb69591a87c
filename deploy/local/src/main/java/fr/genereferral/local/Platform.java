package fr.genereferral.local;

import fr.genereferral.local.connect.OutboxConnectors;
import fr.genereferral.local.keycloak.Realm;

/** The servers that the services need, however they are run. A part that was not asked for fails when it is asked after. */
public interface Platform extends AutoCloseable {
    /** By a name of {@link Database#NAMES}. */
    Database database(String name);

    String kafkaBootstrapServers();

    OutboxConnectors connect();

    Realm realm();

    /** Ends the part as a power cut would: no goodbye, nothing flushed. */
    void kill(Part part);

    /** Starts the part again on the same port and data; stops it first when it runs. */
    void restart(Part part);

    @Override
    void close();
}
