package fr.genereferral.bench.equity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All counted years under one policy. */
record Outcome(Policy policy, List<Treated> treated, Map<Region, List<Treated>> byRegion) {

    static Outcome of(Policy policy, List<Treated> treated) {
        return new Outcome(policy, treated, treated.stream().collect(Collectors.groupingBy(Treated::region)));
    }

    Spread travel(Region region) {
        return Spread.of(byRegion.get(region), Treated::minutes);
    }

    Spread wait(Region region) {
        return Spread.of(byRegion.get(region), Treated::waitDays);
    }

    Spread travel() {
        return Spread.of(treated, Treated::minutes);
    }

    Spread waits() {
        return Spread.of(treated, Treated::waitDays);
    }

    Spread travel(Region.Part part) {
        return Spread.of(of(part), Treated::minutes);
    }

    Spread wait(Region.Part part) {
        return Spread.of(of(part), Treated::waitDays);
    }

    private List<Treated> of(Region.Part part) {
        return treated.stream().filter(child -> child.region().part() == part).toList();
    }
}
