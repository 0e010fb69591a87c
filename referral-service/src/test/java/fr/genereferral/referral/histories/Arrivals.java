package fr.genereferral.referral.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What one neighbour says to another: it arrives late, twice and out of order, and is applied once, in order, as the inbox does
 * (whose every order of arrival has a test of its own).
 */
final class Arrivals<T> {
    private static final int LOOK_BACK = 2;

    private final List<T> said = new ArrayList<>();
    private final TreeSet<Integer> parked = new TreeSet<>();
    private final Consumer<T> receiver;
    private int applied;

    Arrivals(Consumer<T> receiver) {
        this.receiver = receiver;
    }

    void say(T what) {
        said.add(what);
    }

    boolean isAllHeard() {
        return applied == said.size();
    }

    /** One of them arrives: perhaps one that was heard before, perhaps one that is too early. */
    void arrive(Random chance) {
        var from = Math.max(0, applied - LOOK_BACK);
        if (from < said.size()) {
            arrive(from + chance.nextInt(said.size() - from));
        }
    }

    /** The next one arrives, if there is one. */
    void arriveNext() {
        if (!isAllHeard()) {
            arrive(applied);
        }
    }

    private void arrive(int number) {
        if (number >= applied) {
            parked.add(number);
        }
        while (parked.remove(applied)) {
            applied++;
            receiver.accept(said.get(applied - 1));
        }
    }
}
