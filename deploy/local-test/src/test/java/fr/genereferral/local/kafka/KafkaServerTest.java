package fr.genereferral.local.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.local.Part;
import fr.genereferral.local.Records;
import fr.genereferral.local.SharedPlatform;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaServerTest {
    private final String servers = SharedPlatform.get().kafkaBootstrapServers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "referral.events",
                "eligibility.events",
                "hub.events",
                "referral-service.dead-letters",
                "eligibility-service.dead-letters",
                "hub-directory-service.dead-letters"
            })
    void hasTheTopicsOfThePlatform(String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var described =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);

            assertEquals(6, described.partitions().size());
            assertEquals("604800000", settings.get("retention.ms").value());
        }
    }

    @Test
    void makesNoTopicForAMisspeltName() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            assertThrows(ExecutionException.class, () -> admin.describeTopics(List.of("referal.events"))
                    .allTopicNames()
                    .get());
        }
    }

    @Test
    void keepsRecordsWhenKilled() throws Exception {
        var records = new Records(servers);
        records.send("hub-directory-service.dead-letters", "kept", "before the kill");

        SharedPlatform.get().kill(Part.KAFKA);
        SharedPlatform.get().restart(Part.KAFKA);

        var found = records.of("hub-directory-service.dead-letters", "kept", 1);
        assertEquals("before the kill", found.get(0).value());
    }
}
