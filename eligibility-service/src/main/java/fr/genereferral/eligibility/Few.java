package fr.genereferral.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Questions to lists of one or two, as variants and reports are: every dossier asks hundreds of them, and to set up a
 * stream costs more than to walk such a list.
 */
final class Few {
    private Few() {}

    /** Those that are wanted, in their order. */
    static <T> List<T> where(List<T> all, Predicate<T> wanted) {
        var found = new ArrayList<T>();
        for (var one : all) {
            if (wanted.test(one)) {
                found.add(one);
            }
        }
        return found;
    }

    /** Each turned into something else. */
    static <T, R> List<R> each(List<T> all, Function<T, R> change) {
        var changed = new ArrayList<R>(all.size());
        for (var one : all) {
            changed.add(change.apply(one));
        }
        return changed;
    }

    /** The first of an order first; one alone needs none. */
    static <T> List<T> inOrder(List<T> all, Comparator<? super T> order) {
        return all.size() < 2 ? all : all.stream().sorted(order).toList();
    }

    static <T> boolean any(List<T> all, Predicate<T> wanted) {
        for (var one : all) {
            if (wanted.test(one)) {
                return true;
            }
        }
        return false;
    }
}
