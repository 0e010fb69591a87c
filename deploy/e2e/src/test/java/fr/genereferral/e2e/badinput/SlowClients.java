package fr.genereferral.e2e.badinput;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Clients that never come to an end: a byte a second, or nothing at all after the beginning. */
final class SlowClients implements AutoCloseable {
    private final List<SlowClient> clients = new ArrayList<>();
    private final List<SlowClient> dripping = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    SlowClients() {
        drip.scheduleAtFixedRate(this::drop, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Sends the beginning, then a byte a second.
     *
     * @param length of what is sent of the body at once
     */
    void drip(Case late, int length) {
        var client = begun(late, length);
        synchronized (dripping) {
            dripping.add(client);
        }
    }

    /** Sends the beginning and falls silent in the middle of the body. */
    void stall(Case late, int length) {
        begun(late, length);
    }

    /** The same wherever the beginning ends. */
    void stall(int port, byte[] beginning) {
        clients.add(new SlowClient(port, beginning, null));
    }

    private SlowClient begun(Case late, int length) {
        var call = late.call();
        var bytes = call.bytes(Callers.token(call.caller()));
        var beginning = Arrays.copyOf(bytes, bytes.length - call.body().length + length);
        var client = new SlowClient(call.service().port(), beginning, late);
        clients.add(client);
        return client;
    }

    private void drop() {
        synchronized (dripping) {
            dripping.removeIf(client -> !client.drop());
        }
    }

    /** How many the server has not sent away. */
    int held() {
        return (int) clients.stream().filter(SlowClient::isHeld).count();
    }

    /** How many were told what, by the first line. */
    Map<String, Long> told() {
        return clients.stream().collect(Collectors.groupingBy(SlowClient::told, TreeMap::new, Collectors.counting()));
    }

    /** Of those whose whole head has come: each of them has been told why it is sent away. */
    List<String> complaints(Oracle oracle) {
        return clients.stream()
                .map(client -> client.complaint(oracle))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        drip.shutdownNow();
        clients.forEach(SlowClient::close);
    }
}
