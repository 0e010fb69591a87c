package fr.genereferral.referral.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Sealed pieces on their way between a caller and the database: a file that has lost its name as soon as it is there, so that
 * nothing is left of it whatever becomes of this process. Nothing is in it that is not sealed.
 */
final class Spool implements Closeable {
    private record Place(long from, int length) {}

    private final FileChannel file;
    private final List<Place> places = new ArrayList<>();
    private long end;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool open() {
        try {
            var path = Files.createTempFile("sealed", null);
            try {
                return new Spool(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(byte[] sealed) {
        try {
            var rest = ByteBuffer.wrap(sealed);
            var at = end;
            while (rest.hasRemaining()) {
                at += file.write(rest, at);
            }
            places.add(new Place(end, sealed.length));
            end = at;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized byte[] piece(int number) {
        try {
            var place = places.get(number);
            var piece = ByteBuffer.allocate(place.length());
            while (piece.hasRemaining()) {
                if (file.read(piece, place.from() + piece.position()) < 0) {
                    throw new IOException("a spooled piece is cut short");
                }
            }
            return piece.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized int pieces() {
        return places.size();
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
