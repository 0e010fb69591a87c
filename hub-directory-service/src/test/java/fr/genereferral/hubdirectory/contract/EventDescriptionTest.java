package fr.genereferral.hubdirectory.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** asyncapi.yaml names every contract of this service and no other. */
class EventDescriptionTest {
    private static final Pattern NAMED = Pattern.compile("schema: \\{\\$ref: \"(.+?)\\.schema\\.json\"\\}");

    @Test
    void namesEveryContractOnce() throws IOException {
        var text = Files.readString(Path.of("contracts/published/asyncapi.yaml"));

        var named = NAMED.matcher(text).results().map(found -> found.group(1)).toList();

        assertEquals(existing(), named.stream().sorted().toList());
    }

    private static List<String> existing() {
        return Stream.concat(
                        Schemas.published().types().stream().map(type -> "./" + type),
                        Schemas.consumed("referral-service").types().stream()
                                .map(type -> "../consumed/referral-service/" + type))
                .sorted()
                .toList();
    }
}
