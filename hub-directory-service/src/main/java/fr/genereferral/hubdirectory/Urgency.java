package fr.genereferral.hubdirectory;

/** How soon a hub must answer; referral-service derives it, nobody declares it. */
public enum Urgency {
    ROUTINE,
    PRESSING,
    CRITICAL
}
