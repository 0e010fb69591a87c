package fr.genereferral.hubdirectory.histories;

import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Placement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of a placement as they stand: what a change comes back to when it is not kept after all. */
final class Stored {
    private static final Field[] PLACEMENT = fields(Placement.class);
    private static final Field[] OFFER = fields(Offer.class);

    private final Object[] placement;
    private final Map<Offer, Object[]> offers = new LinkedHashMap<>();

    private Stored(Placement from) {
        placement = values(PLACEMENT, from);
        from.allOffers().forEach(offer -> offers.put(offer, values(OFFER, offer)));
    }

    static Stored of(Placement placement) {
        return new Stored(placement);
    }

    private static Field[] fields(Class<?> of) {
        return Stream.of(of.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers()))
                .peek(field -> field.setAccessible(true))
                .toArray(Field[]::new);
    }

    /** Sets grow while a change is made: it is their content that stands. */
    private static Object[] values(Field[] fields, Object from) {
        var values = new Object[fields.length];
        for (var i = 0; i < fields.length; i++) {
            values[i] = copied(value(fields[i], from));
        }
        return values;
    }

    private static Object copied(Object value) {
        return value instanceof Set<?> set ? new LinkedHashSet<>(set) : value;
    }

    /** What was noted meanwhile is forgotten. */
    <T extends Placement> T into(T other) {
        set(PLACEMENT, other, placement);
        offers.forEach((offer, values) -> set(OFFER, offer, values));
        other.takeEvents();
        other.takeRuns();
        other.takeAnomalies();
        other.takeLossConfirmations();
        other.takeSlotMoves();
        other.takeInterventions();
        return other;
    }

    private static Object value(Field field, Object from) {
        try {
            return field.get(from);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field cannot be read", e);
        }
    }

    private static void set(Field[] fields, Object into, Object... values) {
        try {
            for (var i = 0; i < fields.length; i++) {
                fields[i].set(into, copied(values[i]));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field cannot be set", e);
        }
    }
}
