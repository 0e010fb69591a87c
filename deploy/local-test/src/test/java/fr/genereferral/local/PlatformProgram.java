package fr.genereferral.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that a test may kill: starts PostgreSQL and Kafka in the folder it is given and waits for its end. */
final class PlatformProgram {
    private PlatformProgram() {}

    public static void main(String[] arguments) throws Exception {
        var platform = EmbeddedPlatform.with(Part.POSTGRES, Part.KAFKA)
                .keptIn(Path.of(arguments[0]))
                .start();
        Sql.owner(platform.database("referral"))
                .run("create table if not exists starts (at timestamptz); insert into starts values (now())");
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
