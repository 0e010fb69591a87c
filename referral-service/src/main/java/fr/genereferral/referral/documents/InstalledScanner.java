package fr.genereferral.referral.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.InetSocketAddress;

/** The scanner that is configured; none by default. */
class InstalledScanner {
    @Produces
    @ApplicationScoped
    Scanner scanner(DocumentsConfig config) {
        return config.clamd()
                .<Scanner>map(address -> new ClamdScanner(address(address)))
                .orElseGet(NoScanner::new);
    }

    /** @param text {@code host:port} */
    private static InetSocketAddress address(String text) {
        var colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
