package fr.genereferral.referral;

/** A referral and its current dossier, JSON. */
public record StoredReferral(Referral referral, String dossier) {}
