package fr.genereferral.hubdirectory;

/** What speaks against asking an able hub by hand: a second person has to agree. */
public enum Concern {
    /** The family does not want to go there. */
    REFUSED_BY_FAMILY,
    /** It has said no in this search, or for good before. */
    ALREADY_DECLINED,
    /** The choice of this search has left it out. */
    NOT_RANKED
}
