package fr.genereferral.referral.reminders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://referrals.example, https://referrals.example/v1/referrals/1",
        "https://referrals.example/, https://referrals.example/v1/referrals/1",
        "https://example/referrals, https://example/referrals/v1/referrals/1",
        "https://example/referrals/, https://example/referrals/v1/referrals/1",
        "http://localhost:8081, http://localhost:8081/v1/referrals/1"
    })
    void keepsThePathThatItHas(String base, String whole) {
        assertEquals(whole, new Link(URI.create(base)).to("/v1/referrals/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "referrals.example",
                "//referrals.example",
                "/referrals",
                "ftp://referrals.example",
                "https:referrals",
                "https://e/?a=b"
            })
    void isSomethingThatAHospitalCanFollow(String base) {
        var address = URI.create(base);
        assertThrows(IllegalStateException.class, () -> new Link(address));
    }
}
