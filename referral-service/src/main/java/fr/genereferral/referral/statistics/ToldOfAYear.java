package fr.genereferral.referral.statistics;

import java.util.List;
import java.util.Optional;

/**
 * What may be told of the months of a year and of their sum, so that nobody works out a number that is too small. Where one month is
 * too small none is told; then the year is told only where it lies so far above what is at least in its months, one child
 * each, that each of them may be several.
 *
 * @param months children of each month in which there was one
 * @param least the smallest number that is told
 */
record ToldOfAYear(List<Long> months, long least) {

    Optional<Long> month(long children) {
        return isAnyMonthSmall() ? Optional.empty() : Optional.of(children);
    }

    Optional<Long> year() {
        var children = months.stream().mapToLong(Long::longValue).sum();
        return isAnyMonthSmall() && children - months.size() < least ? Optional.empty() : Optional.of(children);
    }

    private boolean isAnyMonthSmall() {
        return months.stream().anyMatch(children -> children < least);
    }
}
