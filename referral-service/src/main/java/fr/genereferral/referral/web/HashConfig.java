package fr.genereferral.referral.web;

import io.smallrye.config.ConfigMapping;

/** What keys the hashes of bodies. */
@ConfigMapping(prefix = "referral")
interface HashConfig {
    /** The same secret that wraps the keys of the identities: one to guard, one to rotate. */
    String masterKey();
}
