package fr.genereferral.hubdirectory;

import java.math.BigDecimal;

/** Numbers from the least to the most, both included; null is no bound. */
record Range(BigDecimal least, BigDecimal most) {

    boolean isOpen() {
        return least == null && most == null;
    }

    boolean isWithin(Range other) {
        return (other.least == null || (least != null && least.compareTo(other.least) >= 0))
                && (other.most == null || (most != null && most.compareTo(other.most) <= 0));
    }

    boolean isApartFrom(Range other) {
        return endsBefore(other) || other.endsBefore(this);
    }

    private boolean endsBefore(Range other) {
        return most != null && other.least != null && most.compareTo(other.least) < 0;
    }
}
