package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.OfferState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is counted of children: all who were asked for, those with one answer, those declined for one reason.
 *
 * @param state null for all
 * @param reason null for all
 */
record Column(OfferState state, DeclineReason reason) {
    static final Column ASKED = new Column(null, null);
    static final Column ACCEPTED = new Column(OfferState.ACCEPTED, null);
    static final Column EXPIRED = new Column(OfferState.EXPIRED, null);
    static final Column DECLINED = new Column(OfferState.DECLINED, null);
    static final List<Column> COLUMNS = columns();

    private static List<Column> columns() {
        var columns = new ArrayList<>(List.of(ASKED, ACCEPTED, EXPIRED, DECLINED));
        reasons().forEach(columns::add);
        return List.copyOf(columns);
    }

    static Stream<Column> reasons() {
        return Arrays.stream(DeclineReason.values()).map(Column::of);
    }

    static Column of(DeclineReason reason) {
        return new Column(OfferState.DECLINED, reason);
    }

    boolean holds(Count count) {
        return (state == null || state == count.answer().state())
                && (reason == null || reason == count.answer().reason());
    }

    int loss() {
        if (reason != null) {
            return 0;
        }
        return this.equals(ASKED) ? 3 : state == OfferState.DECLINED ? 2 : 1;
    }
}
