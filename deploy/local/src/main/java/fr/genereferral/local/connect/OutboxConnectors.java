package fr.genereferral.local.connect;

/** The connectors that carry each service's outbox to Kafka. */
public interface OutboxConnectors {
    /** Of Kafka Connect's own API. */
    String url();

    /** Starts the connector of a database as soon as the service's migrations have made its outbox, and returns when it runs. */
    void register(String database);
}
