package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Joint;
import fr.genereferral.referral.Referral;
import jakarta.persistence.Column;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferralRowsTest {
    /** What a referral is, from its first day on. */
    private static final Set<String> FIXED =
            Set.of("reference", "organisation", "dossier_version", "therapies_sought", "facts", "clock_started_at");

    /** What a merge and its undoing change: the session that has read the two writes it back. */
    private static final Set<String> ONE_AT_A_TIME = Set.of("superseded_by", "followers");

    /** A new field that a move changes, and that the statement does not know, would be lost without a word. */
    @Test
    void writeBackAllThatAMoveMayChange() {
        var fields = Arrays.stream(Referral.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.isAnnotationPresent(Transient.class))
                .flatMap(ReferralRowsTest::columns)
                .filter(column -> !FIXED.contains(column) && !ONE_AT_A_TIME.contains(column))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(fields, new TreeSet<>(ReferralRows.MOVED.columnNames()));
    }

    private static Stream<String> columns(Field field) {
        return field.getType() == Joint.class
                ? Arrays.stream(Joint.class.getDeclaredFields())
                        .filter(part -> !Modifier.isStatic(part.getModifiers()))
                        .map(ReferralRowsTest::column)
                : Stream.of(column(field));
    }

    private static String column(Field field) {
        return Optional.ofNullable(field.getAnnotation(Column.class))
                .map(Column::name)
                .orElse(field.getName());
    }
}
