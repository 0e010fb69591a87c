package fr.genereferral.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void isNeverGivenTwice() {
        var given = new HashSet<Integer>();

        // Of twelve thousand: without a reservation some four of them would meet.
        IntStream.range(0, 300).forEach(i -> given.add(FreePort.any()));

        assertEquals(300, given.size());
    }

    @Test
    void canBeBound() throws Exception {
        var port = FreePort.any();

        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(port, server.getLocalPort());
        }
    }
}
