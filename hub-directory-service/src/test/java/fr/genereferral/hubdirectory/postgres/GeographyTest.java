package fr.genereferral.hubdirectory.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

class GeographyTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void readsTheLegsBeforeThePlacesThatTheyJoin() {
        new Geography().known(session(), "no import yet").await().indefinitely();

        // Between two statements an import may be stored, with a leg to a place that is new.
        assertTrue(first("from leg") < first(" from place order"), () -> "asked: " + asked);
    }

    private int first(String table) {
        var statement =
                asked.stream().filter(sql -> sql.contains(table)).findFirst().orElseThrow();
        return asked.indexOf(statement);
    }

    /** A database without a row, which notes what it is asked. */
    private Mutiny.Session session() {
        return answering(Mutiny.Session.class, (proxy, method, arguments) -> {
            asked.add((String) arguments[0]);
            return query();
        });
    }

    private static Mutiny.SelectionQuery<?> query() {
        return answering(Mutiny.SelectionQuery.class, (proxy, method, arguments) -> Uni.createFrom()
                .item(List.of()));
    }

    private static <T> T answering(Class<T> type, InvocationHandler answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer));
    }
}
