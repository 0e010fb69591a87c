package fr.genereferral.e2e.badinput;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Tokens;

/** Who sends a request. */
final class Callers {
    private Callers() {}

    /** @return null for nobody */
    static String token(String client) {
        return client == null ? null : Tokens.of(RunningSystem.tokenEndpoint(), client);
    }
}
