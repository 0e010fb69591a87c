package fr.genereferral.local.process;

/** One real server on a port that stays the same for as long as the platform lives. */
public interface Server {
    /** Returns when the server answers. */
    void start();

    /** Ends the server's processes with no chance to say goodbye; returns when they are gone. */
    void kill();

    /** Ends the server in order; does nothing when it does not run. */
    void stop();
}
