package fr.genereferral.hubdirectory.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://hubs.example, https://hubs.example/v1/offers/1",
        "https://hubs.example/, https://hubs.example/v1/offers/1",
        "https://example/hubs, https://example/hubs/v1/offers/1",
        "https://example/hubs/, https://example/hubs/v1/offers/1",
        "http://localhost:8083, http://localhost:8083/v1/offers/1"
    })
    void keepsThePathThatItHas(String base, String whole) {
        assertEquals(whole, new Link(URI.create(base)).to("/v1/offers/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hubs.example", "//hubs.example", "/hubs", "ftp://hubs.example", "https:hubs", "https://e/?a=b"})
    void isSomethingThatAHubCanFollow(String base) {
        var address = URI.create(base);
        assertThrows(IllegalStateException.class, () -> new Link(address));
    }
}
