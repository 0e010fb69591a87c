package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Rest;

/** What an ETag says of a hub's questions: they move the clock of an offer, and no version. */
public final class QuestionsTag {
    private QuestionsTag() {}

    /** Nothing before the first question. */
    public static String of(Rest rest) {
        return rest.asked() == 0 ? "" : "-q" + rest.asked() + "." + rest.open();
    }
}
