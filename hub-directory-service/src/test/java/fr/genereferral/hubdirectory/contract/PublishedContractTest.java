package fr.genereferral.hubdirectory.contract;

import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.PlacementBuilder.answer;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.hubdirectory.AcceptanceTerms;
import fr.genereferral.hubdirectory.AcceptanceTerms.Contact;
import fr.genereferral.hubdirectory.AcceptanceTerms.FirstAppointment;
import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.Answer;
import fr.genereferral.hubdirectory.AnswerChannel;
import fr.genereferral.hubdirectory.Assignment;
import fr.genereferral.hubdirectory.AssignmentReason;
import fr.genereferral.hubdirectory.Band;
import fr.genereferral.hubdirectory.Coordinating;
import fr.genereferral.hubdirectory.Coordinator;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.DirectoryFixtures;
import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.Heard;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.HubEdit;
import fr.genereferral.hubdirectory.HubEvent;
import fr.genereferral.hubdirectory.HubField;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.Loss;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.LossDecision;
import fr.genereferral.hubdirectory.LossReason;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementBuilder;
import fr.genereferral.hubdirectory.ReopeningReason;
import fr.genereferral.hubdirectory.RequestBuilder;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.WithdrawalCause;
import fr.genereferral.hubdirectory.outbox.Outbox;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service says is what its contracts promise. */
@ServiceTest
class PublishedContractTest {
    private static final Schemas SCHEMAS = Schemas.published();
    private static final int LONGEST = 64;
    private static final AcceptanceTerms TERMS = new AcceptanceTerms(
            new FirstAppointment(null, RequestBuilder.TODAY, RequestBuilder.TODAY.plusDays(4)),
            new Contact(HubFunction.SECRETARIAT, "+33 (0)4 00-00.00 00"),
            List.of("ANTIBODY_TITRE_REPEATED"),
            List.of("HEALTH_RECORD"));

    @Inject
    Outbox outbox;

    static Stream<String> types() {
        return SCHEMAS.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void givesAnExampleThatFits(String type) {
        assertEquals(List.of(), SCHEMAS.violations(type, SCHEMAS.example(type)));
    }

    @Test
    void saysOnlyWhatFits() {
        everythingItSays()
                .forEach(event ->
                        assertEquals(List.of(), SCHEMAS.violations(event.type(), outbox.payload(event)), event::type));
    }

    @Test
    void triesEveryEventThatItCanMake() {
        var tried = new TreeSet<>(everythingItSays().map(HubEvent::type).toList());

        assertEquals(new TreeSet<>(SCHEMAS.types()), tried);
    }

    @ParameterizedTest
    @MethodSource("types")
    void boundsEveryString(String type) {
        var unbounded = new ArrayList<String>();
        walk(SCHEMAS.schema(type), "", unbounded);

        assertEquals(List.of(), unbounded);
    }

    private static Stream<HubEvent> everythingItSays() {
        var accepted = aPlacementFor(aRequest().livingIn("976"));
        accepted.build().see(answer(accepted.liveOffer().id()));
        accepted.declined(DeclineReason.CAPABILITY_LOST).accepted();
        var nobody = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"))
                .declined(DeclineReason.OTHER)
                .declined(DeclineReason.NO_CAPACITY)
                .build();
        var withdrawn =
                aPlacementFor(aRequest().referredBy(DirectoryFixtures.BASTIA)).build();
        withdrawn.cancel(1, WithdrawalCause.WITHDRAWN_BY_HOSPITAL, NOW);
        var givenBack = aPlacementFor(aRequest().livingIn("35")).accepted().givenBack(GiveBackReason.OTHER);
        var lost = aPlacementFor(aRequest().livingIn("35")).accepted();
        var loss = new Loss(UUID.randomUUID(), "440000289", "ONA-IV", RequestBuilder.TODAY, null, NOW);
        var word = new LossConfirmation.Word(LossDecision.MOVE, LossReason.OTHER);
        var said = new LossConfirmation(
                UUID.randomUUID(), lost.lastOffer().id(), loss, word, new EntryChange.Hand("test", NOW));
        lost.build().confirmLoss(said, lost.succession(), NOW);
        var unanswered = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"))
                .silent()
                .silent();
        var heardYes = aPlacementFor(aRequest().livingIn("35"));
        heardYes.build().accept(heard(heardYes), true);
        var withTerms = Stream.of(TERMS, new AcceptanceTerms(null, null, List.of("WEIGHT_ON_ARRIVAL"), List.of()))
                .map(PublishedContractTest::acceptedWith);
        var heardNo = aPlacementFor(aRequest().livingIn("35"));
        heardNo.build().decline(heard(heardNo), DeclineReason.OTHER, heardNo.succession());
        var reopened = aPlacementFor(aRequest().forTherapy("UPS").livingIn("75"))
                .silent()
                .silent();
        var somebody = new Coordinator("test", "national");
        var order = new Assignment.Order(
                UUID.randomUUID(), reopened.lastOffer().hub().id(), AssignmentReason.HUB_AGREED);
        new Coordinating(reopened.build(), reopened.succession(), NOW).assign(order, somebody);
        reopened.declined(DeclineReason.NO_CAPACITY);
        new Coordinating(reopened.build(), reopened.succession(), NOW)
                .reopen(UUID.randomUUID(), ReopeningReason.SILENCE_EXPLAINED, somebody);
        var others = Stream.of(
                lost.build(),
                accepted.build(),
                nobody,
                withdrawn,
                givenBack.build(),
                unanswered.build(),
                heardYes.build(),
                heardNo.build(),
                reopened.build());
        return Stream.concat(others, withTerms)
                .flatMap(placement -> Stream.<HubEvent>concat(placement.takeEvents().stream(), hubChanges()));
    }

    private static Placement acceptedWith(AcceptanceTerms terms) {
        var placement = aPlacementFor(aRequest().livingIn("35"));
        placement.build().accept(answer(placement.liveOffer().id()).with(terms), true);
        return placement.build();
    }

    private static Answer heard(PlacementBuilder placement) {
        var heard = new Heard(AnswerChannel.TELEPHONE, "national", HubFunction.PHYSICIAN, "99700218896", NOW);
        return new Answer(placement.liveOffer().id(), "test", NOW, heard);
    }

    private static Stream<HubEvent> hubChanges() {
        var hub = DirectoryFixtures.hub(DirectoryFixtures.directory(), DirectoryFixtures.NECKER);
        hub.takeNews();
        var grant = new Accreditation.Grant("LUX", Band.open(), RequestBuilder.TODAY, true, "test");
        hub.accredit(UUID.randomUUID(), grant, "test", NOW);
        hub.endAccreditation(
                "LUX", RequestBuilder.TODAY.plusDays(1), Accreditation.EndReason.CAPABILITY_LOST, "test", NOW);
        var entry = new HubEdit(Map.of(HubField.KIND, "HUB", HubField.NAME, "Abroad"), RequestBuilder.TODAY, null);
        var abroad = Hub.register("IT-MILANO", entry, new EntryChange.Hand("test", NOW));
        abroad.edit(
                new HubEdit(Map.of(HubField.OPEN, "false"), RequestBuilder.TODAY, 1L),
                new EntryChange.Hand("test", NOW));
        return Stream.concat(hub.takeNews().events().stream(), abroad.takeNews().events().stream());
    }

    private static void walk(JsonNode schema, String where, List<String> unbounded) {
        if (saysString(schema.path("type")) && !isBounded(schema)) {
            unbounded.add(where);
        }
        schema.properties().forEach(field -> walk(field.getValue(), where + "/" + field.getKey(), unbounded));
    }

    private static boolean saysString(JsonNode type) {
        return type.asText().equals("string")
                || type.isArray() && type.toString().contains("\"string\"");
    }

    private static boolean isBounded(JsonNode schema) {
        return schema.has("enum")
                || schema.has("format")
                || schema.has("pattern")
                || schema.path("maxLength").asInt(LONGEST + 1) <= LONGEST;
    }
}
