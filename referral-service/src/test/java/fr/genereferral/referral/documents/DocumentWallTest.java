package fr.genereferral.referral.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second wall around documents: what the database itself shows and takes. */
@ServiceTest
class DocumentWallTest {
    private static final String MARSEILLE = "130804297";
    private static final String NOT_PERMITTED = "42501";

    @Test
    void showsContentsToTheHospitalAndToTheHubThatIsAsked() throws SQLException {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.journey().offered();
        referral.readAs(Tokens.hub(MARSEILLE), document).statusCode(200);
        referral.remove(document, "REPLACED").statusCode(200);

        seen(document, "document where id", Map.of(Tokens.RENNES, 1, MARSEILLE, 1, "national", 1));
        seen(document, "document_chunk where document_id", Map.of(Tokens.RENNES, 1, MARSEILLE, 1, "national", 0));
        seen(document, "document_removal where document_id", Map.of(Tokens.RENNES, 1, MARSEILLE, 1, "national", 1));
        seen(document, "document_reading where document_id", Map.of(Tokens.RENNES, 1, MARSEILLE, 1, "national", 1));
        for (var table : List.of("document_chunk", "document_removal", "document_reading")) {
            seen(document, table + " where document_id", Map.of(Tokens.ANGERS, 0, "", 0, "*", 0));
        }
    }

    @Test
    void letsNobodyButTheHospitalWriteAndNobodyChange() throws SQLException {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.journey().offered();

        for (var writer : List.of(MARSEILLE, "national", Tokens.ANGERS)) {
            try (var service = Rows.asService().seeingAs(writer)) {
                refused(service, "insert into document_chunk values ('" + document + "', 7, '')");
                refused(
                        service,
                        "insert into document_removal values ('" + document + "', 'OTHER', now(), '', '" + Tokens.RENNES
                                + "', '')");
                refused(
                        service,
                        "insert into document_reading values (uuidv7(), '" + document + "', now(), '', '"
                                + Tokens.RENNES + "', '')");
                refused(service, "update document set size = size");
                refused(service, "delete from document");
                service.run("delete from document_chunk where document_id = '" + document + "'");
            }
        }
        referral.read(document).statusCode(200);
    }

    private static void seen(String document, String rows, Map<String, Integer> readers) throws SQLException {
        for (var reader : readers.entrySet()) {
            try (var service = Rows.asService().seeingAs(reader.getKey())) {
                var found = service.select("select 1 from " + rows + " = '" + document + "'");
                assertEquals(reader.getValue(), found.size(), reader.getKey() + " " + rows);
            }
        }
    }

    private static void refused(Rows rows, String sql) {
        var refused = assertThrows(SQLException.class, () -> rows.run(sql), sql);
        assertEquals(NOT_PERMITTED, refused.getSQLState(), sql);
    }
}
