package fr.genereferral.e2e.badinput;

import fr.genereferral.e2e.support.RunningSystem;
import java.net.URI;
import java.util.function.Supplier;

/** Whom a request goes to. */
public enum Service {
    REFERRAL(RunningSystem::referrals),
    ELIGIBILITY(RunningSystem::eligibility),
    HUB_DIRECTORY(RunningSystem::hubs);

    private final Supplier<String> url;

    Service(Supplier<String> url) {
        this.url = url;
    }

    String url() {
        return url.get();
    }

    int port() {
        return URI.create(url()).getPort();
    }
}
