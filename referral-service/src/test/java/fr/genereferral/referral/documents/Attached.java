package fr.genereferral.referral.documents;

import static io.restassured.RestAssured.given;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.UUID;

/** A referral of Rennes, to which documents are attached. */
record Attached(Journey journey) {
    static final String PDF = "application/pdf";
    static final String NAME = "CANARI-Zoé.pdf";
    static final String DISPOSITION = "attachment; filename*=UTF-8''CANARI-Zo%C3%A9.pdf";

    static Attached begun() {
        return new Attached(Journey.begun(Tokens.RENNES));
    }

    String url() {
        return "/v1/referrals/" + journey.id() + "/documents";
    }

    ValidatableResponse attach(byte[] content) {
        return attach(PDF, content);
    }

    ValidatableResponse attach(String type, byte[] content) {
        return attachAs(Tokens.hospital(Tokens.RENNES), UUID.randomUUID().toString(), type, content);
    }

    ValidatableResponse attachAs(String token, String key, String type, byte[] content) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(token)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .header("Content-Disposition", DISPOSITION)
                // As a stream: what is written down of each request would be its bytes, one number after the other.
                .body(new ByteArrayInputStream(content))
                .post(url())
                .then();
    }

    /** @return its id */
    String attached(byte[] content) {
        return attach(content).statusCode(201).extract().path("id");
    }

    ValidatableResponse list() {
        return journey.get("/documents");
    }

    ValidatableResponse read(String document) {
        return readAs(Tokens.hospital(Tokens.RENNES), document);
    }

    ValidatableResponse readAs(String token, String document) {
        return journey.as(token, "/documents/" + document);
    }

    ValidatableResponse remove(String document, String reason) {
        return journey.move(
                Tokens.hospital(Tokens.RENNES),
                "documents/" + document + "/removal",
                "{\"reason\": \"" + reason + "\"}");
    }

    /** How many rows there are of its documents, pieces included. */
    int rows() throws SQLException {
        try (var superuser = Rows.asSuperuser("referral")) {
            return superuser
                    .select(
                            "select d.id from document d left join document_chunk c on c.document_id = d.id"
                                    + " where d.referral_id::text = ?",
                            journey.id())
                    .size();
        }
    }
}
