package fr.genereferral.local;

/** A login role of PostgreSQL. */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
