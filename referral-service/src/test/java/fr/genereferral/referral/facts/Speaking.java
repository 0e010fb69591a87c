package fr.genereferral.referral.facts;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.SettlementReason;
import java.time.Clock;
import java.util.UUID;

/** What hospitals say of facts, for tests that stand elsewhere and bring their own port: at once, or refused. */
public final class Speaking {
    private final AddingFacts adding;
    private final SettlingFact settling;

    public Speaking(Referrals referrals, Clock clock) {
        adding = new AddingFacts(referrals, clock);
        settling = new SettlingFact(referrals, clock);
    }

    /** @param facts in their lists, as in a request */
    public void add(UUID id, JsonNode facts, IdempotencyKey request, Access access) {
        adding.add(id, new AddedFacts(facts), request, access).await().indefinitely();
    }

    /** @param holds number of the statement that holds */
    public void settle(UUID id, String fact, int holds, Access access) {
        var settlement = new Settlement(holds, SettlementReason.EXPERT_REVIEW);
        settling.settle(id, fact, settlement, access).await().indefinitely();
    }
}
