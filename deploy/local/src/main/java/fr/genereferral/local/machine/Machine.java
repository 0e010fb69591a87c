package fr.genereferral.local.machine;

import java.util.List;

/** What a result cannot be read without. */
public record Machine(String processor, int cores, long gigabytes, String kernel, String java) {
    public static Machine here() {
        return new Machine(
                value("cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(Long.parseLong(value("meminfo", "MemTotal").replaceAll("\\D", "")) / 1024.0 / 1024.0),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    /** Over one, five and fifteen minutes. */
    public static String load() {
        return String.join(" ", List.of(Procfs.read("loadavg").split(" ")).subList(0, 3));
    }

    private static String value(String file, String name) {
        return Procfs.read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
