package fr.genereferral.local.demo;

import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.Part;
import fr.genereferral.local.PlatformPlan;
import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the demonstration was asked: {@code --once}, {@code --fresh}, and a port for each server and service ({@code --referral-port=8081}
 * or {@code REFERRAL_PORT}).
 */
record DemoOptions(boolean once, boolean fresh, Path folder, Map<String, Integer> ports) {
    private static final List<String> FLAGS = List.of("--once", "--fresh");
    private static final Map<String, Integer> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("referral", 8081);
        USUAL.put("eligibility", 8082);
        USUAL.put("hub-directory", 8083);
        USUAL.put("keycloak", 8180);
        USUAL.put("postgres", 15432);
        USUAL.put("kafka", 19092);
        USUAL.put("connect", 18083);
    }

    static DemoOptions of(List<String> arguments, Map<String, String> environment) {
        var ports = new LinkedHashMap<>(USUAL);
        USUAL.keySet().forEach(name -> {
            var given = environment.get(name.replace('-', '_').toUpperCase(Locale.ROOT) + "_PORT");
            if (given != null) {
                ports.put(name, port(name, given));
            }
        });
        var once = arguments.contains("--once");
        var fresh = arguments.contains("--fresh");
        for (var argument : arguments) {
            if (FLAGS.contains(argument)) {
                continue;
            }
            var words = argument.replaceFirst("^--", "").split("-port=", 2);
            if (words.length < 2 || !ports.containsKey(words[0])) {
                throw new IllegalArgumentException(Texts.of("unknown.option", argument, String.join(" ", options())));
            }
            ports.put(words[0], port(words[0], words[1]));
        }
        refuseDoubled(ports);
        return new DemoOptions(once, fresh, Checkout.here().deploy(".data"), ports);
    }

    private static List<String> options() {
        var options = new ArrayList<>(FLAGS);
        USUAL.keySet().forEach(name -> options.add("--" + name + "-port=N"));
        return options;
    }

    private static int port(String name, String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, as for a number out of range.
        }
        throw new IllegalArgumentException(Texts.of("bad.port", name, text));
    }

    /** Two servers cannot have one port. */
    private static void refuseDoubled(Map<String, Integer> ports) {
        var seen = new HashMap<Integer, String>();
        ports.forEach((name, port) -> {
            var other = seen.put(port, name);
            if (other != null) {
                throw new IllegalArgumentException(Texts.of("port.doubled", Integer.toString(port), other, name));
            }
        });
    }

    /** One clear line now rather than a stack trace of some server later. */
    void refuseTakenPorts() {
        ports.forEach((name, port) -> {
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                probe.setReuseAddress(true);
            } catch (IOException e) {
                throw new IllegalStateException(Texts.of("port.taken", Integer.toString(port), name));
            }
        });
    }

    PlatformPlan plan() {
        return EmbeddedPlatform.with(Part.values())
                .keptIn(folder)
                .port(Part.POSTGRES, ports.get("postgres"))
                .port(Part.KAFKA, ports.get("kafka"))
                .port(Part.CONNECT, ports.get("connect"))
                .port(Part.KEYCLOAK, ports.get("keycloak"));
    }

    ServicePlan servicePlan() {
        return ServicePlan.freePorts()
                .port(ServiceSettings.REFERRAL, ports.get("referral"))
                .port(ServiceSettings.ELIGIBILITY, ports.get("eligibility"))
                .port(ServiceSettings.HUB_DIRECTORY, ports.get("hub-directory"));
    }
}
