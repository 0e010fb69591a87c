package fr.genereferral.e2e.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddOrganisationIT {
    private static final Pattern SECRET = Pattern.compile("secret +(\\S+)");

    private final ReadTokens tokens =
            new ReadTokens(RunningSystem.system().platform().realm());

    @Test
    void addsAHospital() throws Exception {
        var added = run("hospital", "290000058", "CHU de Brest, Morvan \"Cavale\"");

        assertEquals(0, added.code(), added.output());
        var token = tokens.ofClient("hospital-290000058", secretIn(added.output()));
        assertEquals(Set.of("referral-api", "eligibility-api"), token.audiences());
        assertEquals("290000058", token.text("organization_finess"));
        assertEquals(Set.of("referrer"), token.roles());
    }

    @Test
    void addsAHubInCorsica() throws Exception {
        var added = run("hub", "2A0000022", "CH d'Ajaccio");

        assertEquals(0, added.code(), added.output());
        var token = tokens.ofClient("hub-2A0000022", secretIn(added.output()));
        assertEquals(Set.of("referral-api", "hub-directory-api"), token.audiences());
        assertEquals(Set.of("hub_clinician", "hub_admin"), token.roles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"290000059", "2B0000013", "29000005", "2C0000012", "2900000580"})
    void refusesAFinessThatIsNone(String finess) throws Exception {
        var refused = run("hospital", finess, "Nowhere");

        assertNotEquals(0, refused.code());
        assertTrue(refused.output().contains("is no FINESS"), refused.output());
    }

    @Test
    void refusesToAddAHospitalTwice() throws Exception {
        var refused = run("hospital", "750100208", "Necker");

        assertNotEquals(0, refused.code());
        assertEquals(
                "750100208",
                tokens.ofClient("hospital-750100208", "demo-hospital-750100208").text("organization_finess"));
    }

    private record Ended(int code, String output) {}

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Checkout.here().deploy("keycloak/add-organisation").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("KEYCLOAK_URL", RunningSystem.system().platform().realm().baseUrl());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static String secretIn(String output) {
        var found = SECRET.matcher(output);
        assertTrue(found.find(), output);
        return found.group(1);
    }
}
