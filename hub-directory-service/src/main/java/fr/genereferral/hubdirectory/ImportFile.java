package fr.genereferral.hubdirectory;

import java.util.List;

/** What a file says of the directory: each row has the right form by itself. */
public record ImportFile(List<ListedHub> hubs, List<ListedAccreditation> accreditations) {

    /**
     * A hub as a file lists it.
     *
     * @param line where it stands
     * @param entry the fields that the row fills in; the others stay
     */
    public record ListedHub(int line, String id, HubEdit entry) {}

    /**
     * An accreditation as a file lists it, known by its hub, its therapy and the day on which it begins.
     *
     * @param grant what the row says; null where it does not: that stays as it is
     * @param end null when the row names none, which says nothing
     */
    public record ListedAccreditation(int line, String hub, Accreditation.Grant grant, Accreditation.End end) {}

    public int rows() {
        return hubs.size() + accreditations.size();
    }
}
