package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.ServiceTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class PlainStatementsTest {
    @Inject
    PlainStatements statements;

    @Test
    void areThePlatformsAndDoNotTakeForEver() throws Throwable {
        var set = VertxContextSupport.subscribeAndAwait(() -> statements.read(
                "select current_setting('app.orgs') as reader, current_setting('statement_timeout') as most",
                Tuple.tuple(),
                row -> row.getString("reader") + " " + row.getString("most")));

        assertEquals(List.of("platform 20s"), set);
    }
}
