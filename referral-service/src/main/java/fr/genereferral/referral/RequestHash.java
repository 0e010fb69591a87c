package fr.genereferral.referral;

/**
 * Port to the keyed hash that tells two requests apart without keeping them. Its key outlives the master key: what was
 * hashed before a rotation is recognised after it.
 */
public interface RequestHash {

    byte[] of(byte[] content);
}
