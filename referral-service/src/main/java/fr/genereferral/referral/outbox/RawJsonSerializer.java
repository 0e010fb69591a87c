package fr.genereferral.referral.outbox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import fr.genereferral.referral.ReferralEvent;
import java.io.IOException;

/** Passes JSON on as it is. */
class RawJsonSerializer extends StdSerializer<ReferralEvent.Json> {
    private static final long serialVersionUID = 1L;

    RawJsonSerializer() {
        super(ReferralEvent.Json.class);
    }

    @Override
    public void serialize(ReferralEvent.Json value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeRawValue(value.text());
    }
}
