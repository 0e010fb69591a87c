package fr.genereferral.referral.web;

import fr.genereferral.referral.Pair;
import fr.genereferral.referral.web.CodeCatalogue.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the bodies of decisions about two referrals need, with the values that are allowed. */
@ApplicationScoped
public class DuplicateNeeds {
    private final CodeCatalogue codes;

    DuplicateNeeds(CodeCatalogue codes) {
        this.codes = codes;
    }

    /** @param other of the pair, when the merge is asked for at the address of the one beside it */
    public Map<String, List<String>> ofMerge(Pair pair, UUID other) {
        var needs = new LinkedHashMap<String, List<String>>();
        needs.put("other", List.of(other.toString()));
        needs.put("reason", codes.of(Kind.MERGE));
        if (pair.mayBeTwins()) {
            needs.put("notTwins", List.of("true"));
        }
        return needs;
    }

    public Map<String, List<String>> ofUndoing() {
        return Map.of("reason", codes.of(Kind.MERGE_UNDOING));
    }
}
