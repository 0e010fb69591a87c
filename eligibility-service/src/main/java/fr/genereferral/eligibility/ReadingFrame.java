package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.HgvsName;

/** What a change does to the reading frame, as far as its name alone tells. */
final class ReadingFrame {
    private final ExonMap exons;
    private final VariantCall.Change change;

    ReadingFrame(VariantCall.Change change) {
        this.exons = change.gene().exons();
        this.change = change;
    }

    Truth isShifted() {
        var name = change.name();
        if (name == null) {
            return change.exons() == null ? Truth.UNKNOWN : exons.shiftsFrame(change.exons());
        }
        if (isLossOrDoubling(name) && name.extent().isBetweenIntrons()) {
            return exons.takenBy(name.extent()).map(exons::shiftsFrame).orElse(Truth.UNKNOWN);
        }
        return name.extent().isWithinCoding() && isWithinOneInnerExon() ? withinExon(name) : Truth.UNKNOWN;
    }

    private boolean isWithinOneInnerExon() {
        var touched = change.exons();
        return touched != null && touched.first() == touched.last() && !exons.isAtAnEnd(touched);
    }

    /** Lost or doubled bases shift the frame or keep it; new ones that keep it may still spell anything. */
    private static Truth withinExon(HgvsName.Change name) {
        if (basesGained(name) % 3 != 0) {
            return Truth.TRUE;
        }
        return isLossOrDoubling(name) ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static boolean isLossOrDoubling(HgvsName.Change name) {
        return (name.edit().startsWith("del") || name.edit().startsWith("dup"))
                && !name.edit().contains("ins");
    }

    private static int basesGained(HgvsName.Change name) {
        var edit = name.edit();
        var covered = name.extent().to().base() - name.extent().from().base() + 1;
        if (edit.startsWith("ins")) {
            return edit.length() - "ins".length();
        }
        if (edit.startsWith("dup")) {
            return covered;
        }
        if (!edit.startsWith("del")) {
            return 0;
        }
        var inserted = edit.indexOf("ins");
        return (inserted < 0 ? 0 : edit.length() - inserted - "ins".length()) - covered;
    }
}
