package fr.genereferral.local;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connections for tests that look into a database, logged in as its roles are and handed on when they are closed: to prove
 * a password takes longer than most of what is asked then. Whoever takes one finds nothing of whoever had it before.
 */
public final class Logins {
    private static final int SECONDS_TO_ANSWER = 2;
    private static final Map<Login, Queue<Connection>> IDLE = new ConcurrentHashMap<>();

    /** Whose, with which password. */
    private record Login(Credentials role, String url) {}

    private Logins() {}

    public static Connection as(Credentials role, Database database) throws SQLException {
        var login = new Login(role, database.jdbcUrl());
        var idle = IDLE.computeIfAbsent(login, first -> new ConcurrentLinkedQueue<>());
        var connection = taken(idle);
        if (connection == null) {
            connection = DriverManager.getConnection(database.jdbcUrl(), role.user(), role.password());
        }
        return handedOn(connection, idle);
    }

    /** Null where there is none that still stands. */
    private static Connection taken(Queue<Connection> idle) throws SQLException {
        var connection = idle.poll();
        while (connection != null && !connection.isValid(SECONDS_TO_ANSWER)) {
            connection.close();
            connection = idle.poll();
        }
        return connection;
    }

    private static Connection handedOn(Connection connection, Queue<Connection> idle) {
        var given = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        // Closed twice it would be given back twice, the second time by somebody who has it no more.
                        if (given.compareAndSet(true, false)) {
                            giveBack(connection, idle);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void giveBack(Connection connection, Queue<Connection> idle) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            try (var statement = connection.createStatement()) {
                statement.execute("discard all");
            }
            idle.add(connection);
        } catch (SQLException e) {
            // Broken: nobody gets it again.
            return;
        }
    }
}
