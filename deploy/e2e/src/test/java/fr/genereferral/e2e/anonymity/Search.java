package fr.genereferral.e2e.anonymity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for every shape of every mark in one pass over bytes (Aho and Corasick). */
final class Search {
    private static final int BYTES = 256;
    /** Where a text begins or ends, a word does. */
    private static final byte[] EDGE = {'\n'};

    /** With a step's place: somebody's shape ends there. */
    private static final int END = Integer.MIN_VALUE;

    private final List<int[]> steps = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    /** All steps in one piece, for gigabytes: by place and byte. */
    private final int[] next;

    Search(Mark... marks) {
        this(List.of(marks), Map.of());
    }

    private Search(List<Mark> marks, Map<String, byte[]> words) {
        node();
        for (var mark : marks) {
            mark.shapes().forEach((shape, bytes) -> add(bytes, mark.text() + " as " + shape));
        }
        words.forEach((name, bytes) -> add(bytes, name));
        link();
        next = inOnePiece();
    }

    /** For whatever an identity holds. */
    static Search forIdentities() {
        var marks = new ArrayList<>(List.of(Mark.WORD, Mark.GIVEN, Mark.INS, Mark.TELEPHONE, Mark.TELEPHONE_IN_ONE));
        marks.addAll(Codes.inJson());
        return new Search(marks, Codes.words());
    }

    private int node() {
        var step = new int[BYTES];
        Arrays.fill(step, -1);
        steps.add(step);
        ends.add(null);
        return steps.size() - 1;
    }

    private void add(byte[] bytes, String name) {
        var at = 0;
        for (var b : bytes) {
            var next = steps.get(at)[b & 0xff];
            at = next < 0 ? steps.get(at)[b & 0xff] = node() : next;
        }
        if (ends.get(at) == null) {
            ends.set(at, name);
        }
    }

    /** Makes each step lead to the longest beginning of a shape that the bytes so far end in. */
    private void link() {
        var failure = new int[steps.size()];
        var queue = new ArrayDeque<Integer>(List.of(0));
        while (!queue.isEmpty()) {
            var at = queue.remove();
            var step = steps.get(at);
            for (var b = 0; b < BYTES; b++) {
                var otherwise = at == 0 ? 0 : steps.get(failure[at])[b];
                if (step[b] < 0) {
                    step[b] = otherwise;
                } else {
                    failure[step[b]] = otherwise;
                    if (ends.get(step[b]) == null) {
                        ends.set(step[b], ends.get(otherwise));
                    }
                    queue.add(step[b]);
                }
            }
        }
    }

    private int[] inOnePiece() {
        var all = new int[steps.size() * BYTES];
        for (var at = 0; at < steps.size(); at++) {
            for (var b = 0; b < BYTES; b++) {
                var to = steps.get(at)[b];
                all[at * BYTES + b] = ends.get(to) == null ? to : to | END;
            }
        }
        steps.clear();
        return all;
    }

    /** What of the marks is in a text. */
    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    Set<String> in(byte[] bytes) {
        var found = new TreeSet<String>();
        var at = walk(walk(0, EDGE, 1, found), bytes, bytes.length, found);
        walk(at, EDGE, 1, found);
        return found;
    }

    Set<String> in(Path file) throws IOException {
        var found = new TreeSet<String>();
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 20];
            var at = walk(0, EDGE, 1, found);
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                at = walk(at, buffer, read, found);
            }
            walk(at, EDGE, 1, found);
        }
        return found;
    }

    private int walk(int from, byte[] bytes, int length, Set<String> found) {
        var at = from;
        for (var i = 0; i < length; i++) {
            var to = next[at * BYTES + (bytes[i] & 0xff)];
            at = to & ~END;
            if (to < 0) {
                found.add(ends.get(at));
            }
        }
        return at;
    }
}
