package fr.genereferral.referral.reminders;

import fr.genereferral.referral.DatedRow;
import fr.genereferral.referral.Paris;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where hospitals are written to, as whoever runs the platform has them: no public list names an address for referrals, and none
 * is guessed. Read once, at the start.
 */
@ApplicationScoped
class Addresses {
    /** Nothing that a header could be broken with. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}");

    private static final Pattern FINESS = Pattern.compile("(\\d{2}|2[AB])\\d{7}");

    private static final List<String> COLUMNS = List.of("finess", "address");

    private final List<DatedRow<Address>> rows;
    private final Clock clock;

    /** @throws IllegalStateException when the file is not there, or does not read: it is better not to start */
    Addresses(MailConfig config, Clock clock) {
        this.rows = config.addresses().map(Addresses::read).orElse(List.of());
        this.clock = clock;
    }

    /** @throws IllegalStateException when something in it is no address of a hospital, or one has two on a day */
    static List<DatedRow<Address>> read(Path file) {
        var rows = DatedRow.readFrom(file, COLUMNS, Address::of);
        for (var row : rows) {
            var finess = row.value().finess();
            if (rows.stream()
                    .anyMatch(other -> other != row && other.value().finess().equals(finess) && other.overlaps(row))) {
                throw new IllegalStateException(file + ": two addresses of one hospital on a day: " + finess);
            }
        }
        return rows;
    }

    /** Of one hospital. */
    record Address(String finess, String address) {
        private static Address of(List<String> cells) {
            var read = new Address(cells.get(0), cells.get(1));
            if (!FINESS.matcher(read.finess).matches()
                    || !FORM.matcher(read.address).matches()) {
                throw new IllegalArgumentException("no address of a hospital");
            }
            return read;
        }
    }

    /** Hospitals that can be written to today. */
    Set<String> known() {
        return today().map(Address::finess).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalStateException when it has none */
    String of(String finess) {
        return today().filter(one -> one.finess().equals(finess))
                .map(Address::address)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no address of " + finess));
    }

    private Stream<Address> today() {
        var today = Paris.dayOf(clock.instant());
        return rows.stream().filter(row -> row.holdsOn(today)).map(DatedRow::value);
    }
}
