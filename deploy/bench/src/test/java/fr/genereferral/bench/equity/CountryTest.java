package fr.genereferral.bench.equity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountryTest {

    @Test
    void knowsTheBirthsOfEveryDepartement() {
        var country = Country.read(Optional.empty());

        var births =
                country.departements().stream().mapToDouble(Departement::births).sum();
        assertEquals(101, country.departements().size());
        assertTrue(births > 600_000 && births < 720_000, () -> "births: " + births);
        assertEquals(
                18,
                country.departements().stream()
                        .map(Departement::region)
                        .distinct()
                        .count());
    }

    @Test
    void takesCountedBirthsInThePlaceOfThePopulation(@TempDir Path folder) throws IOException {
        var table = new StringBuilder("code,births\n");
        Country.read(Optional.empty()).departements().forEach(departement -> table.append(departement.code())
                .append(",7\n"));
        var file = Files.writeString(folder.resolve("births.csv"), table);

        assertEquals(7, Country.read(Optional.of(file)).departements().get(0).births());
        Files.writeString(file, "code,births\n01,7\n");
        assertThrows(IllegalStateException.class, () -> Country.read(Optional.of(file)));
    }

    @Test
    void drawsTheSameChildrenFromTheSameSeed() {
        var country = Country.read(Optional.empty());
        var diseases = Table.ours("diseases", Disease::of);

        List<Referral> drawn = Referrals.draw(country, diseases, Year.DAYS, new Random(1));

        assertEquals(drawn, Referrals.draw(country, diseases, Year.DAYS, new Random(1)));
        assertTrue(drawn.size() > 80 && drawn.size() < 170, () -> "children: " + drawn.size());
    }

    @Test
    void drawsYearsThatAreAsDifferentAsChanceMakesThem() {
        var place = new Departement("01", new Region("84", "Alpes"), new Point(46, 5), 100 * Math.log(2) / 6);
        var disease = new Disease("ONA-IV", "SMA", 100, 0, 30, "assumed", "test");

        // Nobody in one half of them: the chance is exp(-ln 2).
        var years = Referrals.years(new Country(List.of(place), Map.of()), List.of(disease), 500, 20261126);
        var empty = years.stream().filter(List::isEmpty).count();

        assertTrue(empty > 200 && empty < 300, () -> "years without a child: " + empty);
    }
}
