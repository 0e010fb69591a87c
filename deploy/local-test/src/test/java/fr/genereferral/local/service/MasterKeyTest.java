package fr.genereferral.local.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.local.process.DataFolder;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    @Test
    void keepsTheMasterKeyWithTheData(@TempDir Path folder) {
        var first = MasterKey.of(DataFolder.kept(folder));

        var second = MasterKey.of(DataFolder.kept(folder));

        assertEquals(first, second);
        assertEquals(32, Base64.getDecoder().decode(first.text().substring(3)).length);
    }
}
