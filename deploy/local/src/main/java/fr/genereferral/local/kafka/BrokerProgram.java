package fr.genereferral.local.kafka;

import java.io.FileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The main class of the broker's own process: formats the log folder once, runs the node, makes the topics and then
 * writes the file that its parent waits for. One JVM does it all, for starting a second costs a second or two.
 */
final class BrokerProgram {
    private BrokerProgram() {}

    /** @param arguments the node's properties file, the file to write when ready, the topics */
    public static void main(String[] arguments) throws IOException {
        var properties = new Properties();
        try (var reader = new FileReader(arguments[0])) {
            properties.load(reader);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            format(arguments[0]);
        }
        var ready = Path.of(arguments[1]);
        var topics = Arrays.stream(arguments).skip(2).map(Topic::parse).toList();
        var making = new Thread(() -> make(topics, properties.getProperty("advertised.listeners"), ready), "topics");
        making.setDaemon(true);
        making.start();
        Kafka.main(new String[] {arguments[0]});
    }

    private static void format(String propertiesFile) {
        var cluster = Uuid.randomUuid().toString();
        var code = StorageTool.execute(new String[] {"format", "-t", cluster, "-c", propertiesFile}, System.out);
        if (code != 0) {
            throw new IllegalStateException("The log folder could not be formatted");
        }
    }

    private static void make(List<Topic> topics, String listener, Path ready) {
        var address = listener.substring(listener.indexOf("//") + 2);
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            for (var topic : admin.createTopics(
                            topics.stream().map(BrokerProgram::asked).toList())
                    .values()
                    .values()) {
                try {
                    topic.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
            Files.writeString(ready, address);
        } catch (ExecutionException | IOException | InterruptedException e) {
            throw new IllegalStateException("The topics could not be made", e);
        }
    }

    private static NewTopic asked(Topic topic) {
        var retention = Long.toString(topic.retention().toMillis());
        return new NewTopic(topic.name(), topic.partitions(), (short) 1)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        retention,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(topic.largestRecord())));
    }
}
