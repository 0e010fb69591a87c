package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A hub is named once: nobody would rather go where he does not go. Which hubs there are is the hub directory's to know. */
public final class WishCheck {
    private WishCheck() {}

    /** @param place pointer to the wishes in the body */
    public static List<Violation> violations(JsonNode wishes, String place) {
        var found = new ArrayList<Violation>();
        var named = new HashSet<String>();
        named.add(wishes.path("preferred").path("hub").textValue());
        var declined = wishes.path("declined");
        for (var i = 0; i < declined.size(); i++) {
            var hub = declined.get(i).path("hub").textValue();
            if (hub != null && !named.add(hub)) {
                found.add(new Violation(place + "/declined/" + i + "/hub", "DUPLICATE", null));
            }
        }
        return found;
    }
}
