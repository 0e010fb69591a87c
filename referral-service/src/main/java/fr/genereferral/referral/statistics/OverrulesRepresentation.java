package fr.genereferral.referral.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.Statistics.Overruled;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often meetings of experts have judged otherwise than the rules, by criterion and direction. */
@Schema(name = "Overrules")
record OverrulesRepresentation(List<Item> items) {

    /**
     * @param decision GO where the criterion stood against the child, NO_GO where it spoke for it
     * @param children absent where fewer than {@code fewerThan}
     * @param decided children about whom a meeting has decided for this therapy; absent with {@code children}
     * @param fewerThan the least number that is told to this caller; absent where {@code children} is told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Overrule")
    record Item(
            String therapy, String criterion, Meeting.Decision decision, Long children, Long decided, Long fewerThan) {}

    /** @param least the smallest number that is told */
    static OverrulesRepresentation of(List<Overruled> counted, long least) {
        return new OverrulesRepresentation(
                counted.stream().map(one -> item(one, least)).toList());
    }

    private static Item item(Overruled one, long least) {
        return one.children() < least
                ? new Item(one.therapy(), one.criterion(), one.decision(), null, null, least)
                : new Item(one.therapy(), one.criterion(), one.decision(), one.children(), one.decided(), null);
    }
}
