package fr.genereferral.local.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** How often an idle connector looks whether there is something new. */
public enum Pace {
    /** As the file of settings says. */
    AS_SHIPPED {
        @Override
        String of(String settings) {
            return settings;
        }
    },
    /** Seldom: what nobody measures may arrive later, and an idle platform takes a tenth of a processor less. */
    UNHURRIED {
        @Override
        String of(String settings) {
            try {
                var changed = (ObjectNode) JSON.readTree(settings);
                return changed.put("poll.interval.ms", "50").toString();
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    abstract String of(String settings);
}
