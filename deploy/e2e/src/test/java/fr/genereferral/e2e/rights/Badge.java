package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.support.Administrator;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Tokens;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Real tokens of the platform's realm for every role in every organisation. */
final class Badge {
    private static final Administrator ADMINISTRATOR = new Administrator();
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private Badge() {}

    /** @param organisation a name, a list of names, or null for a token that names none */
    static String of(String role, Object organisation) {
        // Keycloak's database does not tell upper from lower case in a client's name.
        var name = organisation == null ? 0 : organisation.hashCode();
        var client = (role + " of " + organisation + " %08x".formatted(name)).replaceAll("[^\\w]+", "-");
        if (!KNOWN.contains(client)) {
            ADMINISTRATOR.addClient(client, role, organisation);
            KNOWN.add(client);
        }
        return Tokens.of(RunningSystem.tokenEndpoint(), client);
    }
}
