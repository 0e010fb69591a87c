package fr.genereferral.e2e.rights;

import fr.genereferral.e2e.support.RunningSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes the key of an identity away, which is what erasing a patient comes to, and puts it back after the last test of the
 * class: the platform is everybody's, and whoever checks it next asks where the keys are.
 */
final class ErasedKeys implements AfterAllCallback {
    private record Key(UUID referral, String masterKey, byte[] wrapped) {}

    private static final List<Key> TAKEN = new ArrayList<>();

    static synchronized void take(String referral) {
        try (var connection = connection();
                var delete = connection.prepareStatement(
                        "delete from referral_key where referral_id = ? returning master_key_id, wrapped")) {
            delete.setObject(1, UUID.fromString(referral));
            var taken = delete.executeQuery();
            if (!taken.next()) {
                throw new IllegalStateException("no key to delete");
            }
            TAKEN.add(new Key(UUID.fromString(referral), taken.getString(1), taken.getBytes(2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        synchronized (ErasedKeys.class) {
            try (var connection = connection();
                    var insert = connection.prepareStatement(
                            "insert into referral_key (referral_id, master_key_id, wrapped) values (?, ?, ?)")) {
                for (var key : TAKEN) {
                    insert.setObject(1, key.referral());
                    insert.setString(2, key.masterKey());
                    insert.setBytes(3, key.wrapped());
                    insert.executeUpdate();
                }
            }
            TAKEN.clear();
        }
    }

    private static Connection connection() throws SQLException {
        var keys = RunningSystem.system().platform().database("referral_keys");
        return DriverManager.getConnection(
                keys.jdbcUrl(), keys.service().user(), keys.service().password());
    }
}
