package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A hub is named once: nobody would rather go where he does not go. Which hubs there are is the hub directory's to know. */
final class WishCheck {
    private static final String PLACE = "/familyWishes";

    private WishCheck() {}

    static List<Violation> violations(JsonNode wishes) {
        var found = new ArrayList<Violation>();
        var named = new HashSet<String>();
        named.add(wishes.path("preferred").path("hub").textValue());
        var declined = wishes.path("declined");
        for (var i = 0; i < declined.size(); i++) {
            var hub = declined.get(i).path("hub").textValue();
            if (hub != null && !named.add(hub)) {
                found.add(new Violation(PLACE + "/declined/" + i + "/hub", "DUPLICATE", null));
            }
        }
        return found;
    }
}
