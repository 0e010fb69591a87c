package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says what does not fit in a dossier's facts. Depends on nothing here: referral-service keeps a copy. */
public final class FactDictionary {
    /** How a fact is stated: by its state alone (present, absent), as a number with a unit, a listed code, a day. */
    public enum Type {
        BOOLEAN_BY_STATE,
        QUANTITY,
        CODED,
        DATE
    }

    /** What is wrong; stable codes of the API. */
    public enum Fault {
        FACT_UNKNOWN,
        UNIT_MISSING,
        UNIT_NOT_ALLOWED,
        VALUE_MISSING,
        VALUE_NOT_EXPECTED,
        VALUE_NOT_ALLOWED,
        VALUE_OUT_OF_BOUNDS,
        OPERATOR_NOT_EXPECTED,
        DATE_IN_FUTURE
    }

    /** Plausible values in one unit; outside them somebody mistyped. Never a clinical limit. */
    public record Range(BigDecimal min, BigDecimal max) {
        boolean contains(BigDecimal value) {
            return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        }
    }

    /** One fact of the dictionary: units for a quantity, values for a coded fact. */
    public record Entry(String code, Type type, Map<String, Range> units, Set<String> values) {}

    /** A fact as a dossier states it; value is a Number, a Boolean, a String or null. */
    public record Stated(String code, String state, Object value, String unit, String operator, LocalDate date) {
        @Override
        public String toString() {
            return "Stated[" + code + "]";
        }
    }

    /** Where, what, what would have fitted, and the nearest thing that would. */
    public record Violation(String pointer, Fault code, List<String> allowed, Optional<String> suggestion) {}

    private final Map<String, Entry> entries = new TreeMap<>();

    public FactDictionary(Collection<Entry> entries) {
        entries.forEach(entry -> this.entries.put(entry.code(), entry));
    }

    public Set<String> codes() {
        return entries.keySet();
    }

    /** All violations, in the order of the facts; {@code facts} is the JSON pointer of the array. */
    public List<Violation> check(List<Stated> stated, String facts, LocalDate today) {
        var found = new ArrayList<Violation>();
        for (var i = 0; i < stated.size(); i++) {
            new Check(facts + "/" + i, found).run(stated.get(i), today);
        }
        return List.copyOf(found);
    }

    private final class Check {
        private final String pointer;
        private final List<Violation> found;

        Check(String pointer, List<Violation> found) {
            this.pointer = pointer;
            this.found = found;
        }

        void run(Stated fact, LocalDate today) {
            if (fact.code() == null) {
                // Of a draft: that it is missing is said of its form.
                return;
            }
            var entry = entries.get(fact.code());
            if (entry == null) {
                add("/code", Fault.FACT_UNKNOWN, List.of(), nearest(fact.code(), entries.keySet()));
                return;
            }
            if (fact.date() != null && fact.date().isAfter(today)) {
                add("/date", Fault.DATE_IN_FUTURE, List.of(today.toString()), Optional.empty());
            }
            if (fact.state() == null) {
                // Of a draft: whether a value fits is said when it is known what the fact is said to be.
                return;
            }
            if (!"present".equals(fact.state()) || entry.type() == Type.BOOLEAN_BY_STATE) {
                expectNoValue(fact);
                return;
            }
            if (fact.value() == null) {
                add("/value", Fault.VALUE_MISSING, List.of(), Optional.empty());
                return;
            }
            switch (entry.type()) {
                case CODED -> checkCode(entry, fact);
                case DATE -> checkDay(fact, today);
                case QUANTITY, BOOLEAN_BY_STATE -> checkQuantity(entry, fact);
            }
        }

        /** A value beside "absent" or "not done" would be read by nobody, and one of the two is a slip. */
        private void expectNoValue(Stated fact) {
            if (fact.value() != null) {
                add("/value", Fault.VALUE_NOT_EXPECTED, List.of("present", "absent"), Optional.empty());
            }
        }

        private void checkCode(Entry entry, Stated fact) {
            var allowed = entry.values().stream().sorted().toList();
            var value = fact.value().toString();
            if (!entry.values().contains(value)) {
                add("/value", Fault.VALUE_NOT_ALLOWED, allowed, nearest(value, allowed));
            }
            expectNoOperator(fact);
        }

        /** A day that lies in the future has not happened. */
        private void checkDay(Stated fact, LocalDate today) {
            try {
                if (LocalDate.parse(fact.value().toString()).isAfter(today)) {
                    add("/value", Fault.DATE_IN_FUTURE, List.of(today.toString()), Optional.empty());
                }
            } catch (DateTimeParseException e) {
                add("/value", Fault.VALUE_NOT_ALLOWED, List.of("YYYY-MM-DD"), Optional.empty());
            }
            expectNoOperator(fact);
        }

        private void expectNoOperator(Stated fact) {
            if (fact.operator() != null && !fact.operator().equals("=")) {
                add("/operator", Fault.OPERATOR_NOT_EXPECTED, List.of("="), Optional.empty());
            }
        }

        private void checkQuantity(Entry entry, Stated fact) {
            var allowed = entry.units().keySet().stream().sorted().toList();
            if (!(fact.value() instanceof Number)) {
                add("/value", Fault.VALUE_NOT_ALLOWED, List.of(), Optional.empty());
                return;
            }
            if (fact.unit() == null) {
                add("/unit", Fault.UNIT_MISSING, allowed, Optional.of(allowed.get(0)));
                return;
            }
            var range = entry.units().get(fact.unit());
            if (range == null) {
                add("/unit", Fault.UNIT_NOT_ALLOWED, allowed, nearest(fact.unit(), allowed));
                return;
            }
            if (!range.contains(new BigDecimal(fact.value().toString()))) {
                var bounds = List.of(range.min().toPlainString(), range.max().toPlainString());
                add("/value", Fault.VALUE_OUT_OF_BOUNDS, bounds, Optional.empty());
            }
        }

        private void add(String where, Fault code, List<String> allowed, Optional<String> suggestion) {
            found.add(new Violation(pointer + where, code, allowed, suggestion));
        }
    }

    /** The candidate that needs the fewest changes; ties go to the first in order, so that the answer is stable. */
    static Optional<String> nearest(String given, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(given, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
