package fr.genereferral.referral.documents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How many contents may be on their way at one time, coming or going, and what looks at them. */
@ConfigMapping(prefix = "referral.documents")
interface DocumentsConfig {
    /** About a megabyte of memory each, of some 130. */
    @WithDefault("8")
    int atOnce();

    @WithDefault("4")
    int atOnceOfOne();

    /** Where ClamAV's daemon listens, {@code host:port}; no scanner looks at anything while it is empty. */
    Optional<String> clamd();
}
