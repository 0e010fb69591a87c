package fr.genereferral.referral;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a referral is, as the family and the hospital follow it.
 *
 * <pre>
 * DRAFT ─▶ ASSESSING ─▶ ROUTING ─▶ OFFERED ─▶ ACCEPTED ─▶ IN_CARE ─▶ COMPLETED
 *            │   ▲         ▲ │        │ │          │  ▲        │  ▲
 *            ▼   │         │ ▼        │ ▼          ▼  │        ▼  │
 *   AWAITING_INFORMATION   └─┼── declined     CANCEL_REQUESTED ─▶ CANCELLED
 *   DEFERRED, NOT_ELIGIBLE   ▼
 *                        ESCALATED (and from there, by new facts, where those lead)
 * </pre>
 *
 * Until a hub is looked for the first time, DUPLICATE_REVIEW may follow: it is found out beside the way that two referrals may be of one child.
 * Once a person has found that they are, it follows on the end of a search too, and MERGED on that; or, where that is called off, what
 * would have followed on that end.
 *
 * A hub that had kept silent may say yes before it is heard that its search has ended: then OFFERED follows on ASSESSING
 * and on what that had led to.
 *
 * Assessment and placement are machines of their own, in other services; this one only hears them.
 */
public enum ReferralStatus {
    DRAFT,
    DUPLICATE_REVIEW,
    ASSESSING,
    AWAITING_INFORMATION,
    DEFERRED,
    NOT_ELIGIBLE,
    ROUTING,
    OFFERED,
    ESCALATED,
    ACCEPTED,
    IN_CARE,
    COMPLETED,
    CANCEL_REQUESTED,
    CANCELLED,
    MERGED,
    ENTERED_IN_ERROR;

    /** States that may follow this one; a test compares them with the table of moves kept as data. */
    public Set<ReferralStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ASSESSING, DUPLICATE_REVIEW, CANCELLED, ENTERED_IN_ERROR);
            case DUPLICATE_REVIEW ->
                EnumSet.of(ASSESSING, OFFERED, ESCALATED, AWAITING_INFORMATION, MERGED, CANCELLED, ENTERED_IN_ERROR);
            case ASSESSING ->
                EnumSet.of(
                        DUPLICATE_REVIEW,
                        ROUTING,
                        OFFERED,
                        AWAITING_INFORMATION,
                        DEFERRED,
                        NOT_ELIGIBLE,
                        CANCELLED,
                        ENTERED_IN_ERROR);
            case AWAITING_INFORMATION, DEFERRED ->
                EnumSet.of(DUPLICATE_REVIEW, ASSESSING, OFFERED, CANCELLED, ENTERED_IN_ERROR);
            case NOT_ELIGIBLE -> EnumSet.of(DUPLICATE_REVIEW, ASSESSING, ROUTING, OFFERED, CANCELLED, ENTERED_IN_ERROR);
            case ROUTING ->
                EnumSet.of(
                        DUPLICATE_REVIEW,
                        OFFERED,
                        ESCALATED,
                        AWAITING_INFORMATION,
                        DEFERRED,
                        NOT_ELIGIBLE,
                        CANCELLED,
                        ENTERED_IN_ERROR);
            case OFFERED ->
                EnumSet.of(
                        DUPLICATE_REVIEW,
                        ACCEPTED,
                        ROUTING,
                        AWAITING_INFORMATION,
                        DEFERRED,
                        NOT_ELIGIBLE,
                        ESCALATED,
                        CANCELLED,
                        ENTERED_IN_ERROR);
            case ESCALATED ->
                EnumSet.of(
                        DUPLICATE_REVIEW,
                        OFFERED,
                        ROUTING,
                        AWAITING_INFORMATION,
                        DEFERRED,
                        NOT_ELIGIBLE,
                        CANCELLED,
                        ENTERED_IN_ERROR);
            case ACCEPTED -> EnumSet.of(IN_CARE, ROUTING, CANCEL_REQUESTED, ENTERED_IN_ERROR);
            case IN_CARE -> EnumSet.of(COMPLETED, ROUTING, CANCEL_REQUESTED);
            case CANCEL_REQUESTED -> EnumSet.of(CANCELLED, ACCEPTED, IN_CARE, ROUTING);
            case MERGED -> EnumSet.of(DUPLICATE_REVIEW);
            case COMPLETED, CANCELLED, ENTERED_IN_ERROR -> EnumSet.noneOf(ReferralStatus.class);
        };
    }

    /** Whether nothing more is done for the child here. */
    public boolean isEnd() {
        return EnumSet.of(COMPLETED, CANCELLED, MERGED, ENTERED_IN_ERROR).contains(this);
    }

    /** Whether its hospital has something to do: say what is missing, look again, ask the hub that does not answer. */
    boolean waitsForHospital() {
        return EnumSet.of(AWAITING_INFORMATION, DEFERRED, CANCEL_REQUESTED).contains(this);
    }

    /**
     * As it is shown. That a referral may be of a child whom another hospital has sent is for the coordinator and the
     * auditor to know: to hospitals and hubs it is being assessed, as it is.
     */
    public ReferralStatus seenBy(Rights rights) {
        return this == DUPLICATE_REVIEW && !rights.isNational() ? ASSESSING : this;
    }

    /** States that are shown as this one. */
    public Set<ReferralStatus> behind(Rights rights) {
        var behind = EnumSet.allOf(ReferralStatus.class);
        behind.removeIf(state -> state.seenBy(rights) != this);
        return behind;
    }

    public boolean canBecome(ReferralStatus other) {
        return next().contains(other);
    }
}
