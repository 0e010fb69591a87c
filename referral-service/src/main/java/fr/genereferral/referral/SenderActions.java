package fr.genereferral.referral;

import java.util.ArrayList;
import java.util.List;

/** What the hospital that has sent a referral, or is writing it, may do with it now. */
final class SenderActions {
    private SenderActions() {}

    static List<String> of(Referral referral) {
        var actions = new ArrayList<String>();
        if (referral.state() == ReferralStatus.DRAFT) {
            actions.addAll(List.of("EDIT_DRAFT", "VALIDATE", "SUBMIT"));
        }
        if (new Amending(referral).isPossible()) {
            actions.addAll(List.of("ADD_FACTS", "CHANGE_WISHES"));
        }
        if (new Identifying(referral).isPossible()) {
            actions.add("CORRECT_IDENTITY");
        }
        if (new Stopping(referral).isPossible()) {
            actions.add("WITHDRAW");
        }
        return List.copyOf(actions);
    }

    /** Of a hospital whose own referral lives on in this one: what it finds out is of the child. */
    static List<String> ofFollower(Referral referral) {
        return new Amending(referral).isPossible() ? List.of("ADD_FACTS") : List.of();
    }
}
