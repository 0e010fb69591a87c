package fr.genereferral.e2e.anonymity;

import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Everywhere that something of a request may come to rest. */
final class Places {
    /** What Kafka keeps beside its records: places in files, mostly zeros. */
    private static final Set<String> INDEXES = Set.of("index", "timeindex", "snapshot");

    private final IdentityPlatform platform;
    private final Search search;

    Places(IdentityPlatform platform, Search search) {
        this.platform = platform;
        this.search = search;
    }

    Databases databases() {
        return new Databases(platform.system().platform());
    }

    Topics topics() {
        return new Topics(platform.system().platform().kafkaBootstrapServers());
    }

    Folder folder() {
        return new Folder(platform.data());
    }

    /** @param spared tables and folders in which it may be */
    List<Found> searched(Client client, Set<String> spared) throws IOException, SQLException {
        var found = new ArrayList<Found>();
        found.addAll(topics().searched(search));
        found.addAll(databases().searched(search, spared));
        found.addAll(folder().searched(
                        search,
                        file -> isKept(file) && !spared.contains(file.getName(0).toString())));
        found.addAll(Processes.searched(search));
        found.addAll(metrics(client));
        found.addAll(platform.letters().searched(search));
        found.addAll(platform.keycloak().searched(search));
        return found;
    }

    private static boolean isKept(Path file) {
        var name = file.getFileName().toString();
        return !INDEXES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    List<Found> metrics(Client client) {
        var found = new ArrayList<Found>();
        for (var service : ServiceSettings.values()) {
            var text = client.get(null, platform.url(service) + "/q/metrics").body();
            search.in(text).forEach(shape -> found.add(new Found("metrics of " + service.module(), shape)));
        }
        return found;
    }

    /** Whoever may read what is sealed reads it there and nowhere else. */
    List<Found> answers(Collection<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.isUnsealed())
                .flatMap(answer -> search.in(answer.headers() + answer.body()).stream()
                        .map(shape -> new Found("answer %d to %s".formatted(answer.status(), answer.asked()), shape)))
                .toList();
    }
}
