package fr.genereferral.hubdirectory.histories;

/** What holds after every step. */
enum Law {
    /** No state of a placement or of an offer follows on another but as the table of moves has it. */
    MOVES_OF_THE_TABLE,
    /** At most one hub is asked, or has said yes; and the state says which. */
    ONE_HUB,
    /** Every end of a search is told with its reason. */
    END_EXPLAINED,
    /** Each change has its event, numbered without a hole; without one nothing has changed. */
    EVENT_FOR_EACH_CHANGE,
    /** A choice of hub is kept once. */
    RUN_KEPT_ONCE,
    /** The ranking of one search goes past so many silent hubs and no more. */
    PATIENCE,
    /** What is refused is refused for a reason that hubs and coordinators know, and changes nothing. */
    REFUSED_CHANGES_NOTHING
}
