package fr.genereferral.referral.web;

import fr.genereferral.referral.Rights;
import fr.genereferral.referral.StoredReferral;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** An answer that shows a referral: its ETag says which version. */
public final class ReferralAnswer {
    private ReferralAnswer() {}

    public static RestResponse<ReferralRepresentation> ok(StoredReferral stored, Rights rights) {
        return ok(ReferralRepresentation.from(stored, rights));
    }

    public static RestResponse<ReferralRepresentation> ok(ReferralRepresentation shown) {
        return of(Status.OK, shown).build();
    }

    /** @param at where what was made is read */
    public static RestResponse<ReferralRepresentation> created(URI at, ReferralRepresentation shown) {
        return of(Status.CREATED, shown).location(at).build();
    }

    public static ResponseBuilder<ReferralRepresentation> of(Status status, ReferralRepresentation shown) {
        return ResponseBuilder.create(status, shown).header("ETag", shown.etag());
    }
}
