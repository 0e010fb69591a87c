package fr.genereferral.local.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseholdTest {
    @TempDir
    Path folder;

    @Test
    void doesNotEmptyAFolderThatIsInUse() {
        var data = DataFolder.kept(folder.resolve("data"));
        var kept = data.root().resolve("kept");
        try (var household = new Household(data)) {
            household.data().write(kept, "a database");

            assertThrows(IllegalStateException.class, () -> Household.emptied(data));
            assertTrue(Files.exists(kept));
        }
    }

    @Test
    void emptiesAFolderThatNobodyUses() {
        var data = DataFolder.kept(folder.resolve("data"));
        var old = data.root().resolve("old");
        data.write(old, "yesterday's");

        Household.emptied(data);

        assertFalse(Files.exists(old));
    }
}
