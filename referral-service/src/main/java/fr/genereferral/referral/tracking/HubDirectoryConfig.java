package fr.genereferral.referral.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where a coordinator goes on from a referral that waits for him. */
@ConfigMapping(prefix = "genereferral.hub-directory")
interface HubDirectoryConfig {

    /** Base address of hub-directory-service as a coordinator reaches it. */
    @WithDefault("http://localhost:8083")
    URI url();
}
