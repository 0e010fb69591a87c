package fr.genereferral.hubdirectory.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Where the next page of a list is. */
class PagedTest {

    @Test
    void namesTheNextPageWithAllThatThisOneWasAskedWith() {
        var answer = Paged.of("/v1/offers", 20).by("state", "OPEN").answer("page", "after-this");

        assertEquals(
                "</v1/offers?cursor=after-this&limit=20&state=OPEN>; rel=\"next\"", answer.getHeaderString("Link"));
        assertEquals("page", answer.getEntity());
    }

    @Test
    void saysNothingOfWhatTheListIsNotNarrowedBy() {
        var answer = Paged.of("/v1/offers", 20).by("state", null).answer("page", "after-this");

        assertEquals("</v1/offers?cursor=after-this&limit=20>; rel=\"next\"", answer.getHeaderString("Link"));
    }

    @Test
    void namesNoneOnTheLastPage() {
        var answer = Paged.of("/v1/offers", 20).answer("page", null);

        assertEquals(200, answer.getStatus());
        assertNull(answer.getHeaderString("Link"));
    }
}
