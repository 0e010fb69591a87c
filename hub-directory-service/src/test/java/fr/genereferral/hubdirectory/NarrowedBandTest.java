package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.hubdirectory.Accreditation.EndReason;
import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hub that is asked is still accredited, and not for this child any longer. */
class NarrowedBandTest {

    static Stream<Band> bandsWithoutTheChild() {
        return Stream.of(new Band(2, null, null, null), new Band(null, null, null, new BigDecimal("5.0")));
    }

    @ParameterizedTest
    @MethodSource("bandsWithoutTheChild")
    void asksTheNextHub(Band band) {
        var builder = aPlacementFor(aRequest().livingIn("35"));
        var placement = builder.build();
        placement.takeEvents();
        var hub = DirectoryFixtures.hub(builder.directory(), NANTES);
        hub.endAccreditation("ONA-IV", TODAY, EndReason.RECORDED_IN_ERROR, "test", NOW);
        hub.accredit(UUID.randomUUID(), new Accreditation.Grant("ONA-IV", band, TODAY, true, "test"), "test", NOW);

        placement.loseAccreditation(builder.succession(), NOW);

        var withdrawn = (OfferWithdrawn) placement.takeEvents().get(0);
        assertEquals(WithdrawalCause.ACCREDITATION_ENDED, withdrawn.cause());
        assertEquals(NECKER, builder.liveOffer().hub().id());
        assertFalse(hub.mayTake("ONA-IV", placement.lastRouting().request().patient(), TODAY));
    }
}
