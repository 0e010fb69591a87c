package fr.genereferral.referral.likeness;

/** How far two records agree in one trait. It says nothing of what stands in either. */
public enum Agreement {
    /** In the form in which names are compared, or to the letter. */
    SAME,
    /** Alike in a way in which one child is written twice: a slip, a part left out, fields or day and month swapped. */
    NEAR,
    /** Something in common, as brothers, namesakes or records of one laboratory have. */
    PARTLY,
    DIFFERENT,
    /** One of the two does not say. */
    UNKNOWN
}
