package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferralStatusTest {

    @Test
    void allowsTheMovesOfTheTableAndNoOther() throws IOException {
        try (var table = new BufferedReader(
                new InputStreamReader(getClass().getResourceAsStream("/moves.csv"), StandardCharsets.UTF_8))) {
            var expected = table.lines().skip(1).collect(Collectors.toCollection(TreeSet::new));

            var allowed = Arrays.stream(ReferralStatus.values())
                    .flatMap(from -> from.next().stream().map(to -> from + "," + to))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(expected, allowed);
        }
    }
}
