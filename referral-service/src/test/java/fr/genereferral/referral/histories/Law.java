package fr.genereferral.referral.histories;

/** What holds after every step; the last two when everybody has heard everything. */
enum Law {
    /** No state follows on another but as the table of moves has it. */
    MOVES_OF_THE_TABLE,
    /** At most one hub is asked, or has said yes; and the state says which. None while the hospital has to say something. */
    ONE_OFFER,
    /** Every end has somebody who has caused it, and a reason. */
    END_EXPLAINED,
    /** Each change has its event and its line, numbered without a hole; without one nothing has changed. */
    EVENT_FOR_EACH_CHANGE,
    /** Whoever has the events alone comes to the same state. */
    REPLAYED,
    /** C0 never moves later; of two that have become one it is the earliest, and each has its own again when they are two. */
    CLOCK,
    /** Neither a hub that was asked nor one that has said yes loses the child because a rule or the day has changed. */
    RULES_MOVE_NO_OFFER,
    /** Nobody is turned away, or told to wait for a day, but by a verdict of the rules. */
    JUDGED,
    /** What is listed can be done at once. */
    LISTED_IS_DONE,
    /** What is not listed is refused, and changes nothing. */
    UNLISTED_IS_REFUSED,
    /** A hub sees the referral while it is asked or responsible, and no longer. */
    WHO_SEES_IT,
    /** One that has ended in another one is found by that one, which is no such one itself. */
    LIVES_ON_IN_ONE,
    /** One that has ended in another one asks no hub, and nothing happens to it but that the two are two again. */
    MERGED_RESTS,
    /** Of those that are one, one hub is asked or responsible at most. */
    ONE_HUB_FOR_A_CHILD,
    /** What was decided about two is done once, undone once, and answered again as it was. */
    DECIDED_ONCE,
    /** What was said is there, in the words, by whom and at the instant it was said, once: of both while they are one, and each its own again. */
    FACTS_KEPT,
    /** No event of a neighbour is one that the referral cannot take, no command fails but by a refusal. */
    NOTHING_FAILS,
    /** Referral and placement agree on who is asked or responsible. */
    NEIGHBOURS_AGREE,
    /** Nothing is left waiting for something that does not come. */
    NOTHING_WAITS_FOR_EVER
}
