package fr.genereferral.referral.histories;

import fr.genereferral.referral.ReferralStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of moves, as it is kept as data. */
record MoveTable(Set<String> moves) {

    static MoveTable read() {
        try (var table = new BufferedReader(
                new InputStreamReader(MoveTable.class.getResourceAsStream("/moves.csv"), StandardCharsets.UTF_8))) {
            return new MoveTable(table.lines().skip(1).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(ReferralStatus from, ReferralStatus to) {
        return moves.contains(from + "," + to);
    }

    /** As if one of them had been forgotten. */
    MoveTable without(ReferralStatus from, ReferralStatus to) {
        return new MoveTable(
                moves.stream().filter(move -> !move.equals(from + "," + to)).collect(Collectors.toUnmodifiableSet()));
    }
}
