package fr.genereferral.hubdirectory.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where a hub goes on from an offer. */
@ConfigMapping(prefix = "hub-directory")
interface AnswerConfig {

    /** Base address of referral-service as a hub reaches it: it serves the dossier. */
    @WithDefault("http://localhost:8081")
    URI referralServiceUrl();
}
