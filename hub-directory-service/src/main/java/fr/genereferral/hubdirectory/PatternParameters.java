package fr.genereferral.hubdirectory;

import java.time.LocalDate;

/**
 * By which numbers patterns are read.
 *
 * @param nearUnderMinutes door to door
 * @param farFromMinutes door to door
 * @param smallestCell no smaller number of children is told, save 0
 * @param confidence of the two-sided intervals
 */
public record PatternParameters(
        LocalDate validFrom,
        int nearUnderMinutes,
        int farFromMinutes,
        int smallestCell,
        double confidence,
        String source) {}
