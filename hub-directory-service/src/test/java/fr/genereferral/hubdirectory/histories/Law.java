package fr.genereferral.hubdirectory.histories;

/** What holds after every step. */
enum Law {
    /** No state of a placement or of an offer follows on another but as the table of moves has it. */
    MOVES_OF_THE_TABLE,
    /** At most one hub is asked, or has said yes; and the state says which. */
    ONE_HUB,
    /** Every end of an offer, and of a search, is told with its reason. */
    END_EXPLAINED,
    /** Each change has its event, numbered without a hole; without one nothing has changed. */
    EVENT_FOR_EACH_CHANGE,
    /** A choice of hub is kept once. */
    RUN_KEPT_ONCE,
    /** The ranking of one search goes past so many silent hubs and no more. */
    PATIENCE,
    /** What is refused is refused for a reason that hubs and coordinators know, and changes nothing. */
    REFUSED_CHANGES_NOTHING,
    /** No place is given to two. */
    NO_PLACE_TO_TWO,
    /** No more children begin in a week than the hub has told when it said yes; none while it rests. */
    NEVER_OVER_CAPACITY,
    /** A yes takes the first place that is free, and none only while nobody knows how many there are. */
    YES_TAKES_THE_FIRST_PLACE,
    /** A yes takes one place, once, however often it is heard. */
    ONE_PLACE_A_YES,
    /** As long as the yes holds so does its place. */
    PLACE_KEPT,
    /** Every end of a yes frees its place, but for a week that care has used. */
    END_FREES,
    /** A yes is refused for want of a place only where there is none. */
    REFUSED_WHERE_FULL
}
