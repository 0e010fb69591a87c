package fr.genereferral.hubdirectory.postgres;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.Evidence;
import fr.genereferral.hubdirectory.RestLimits;
import fr.genereferral.hubdirectory.UrgencyBounds;
import fr.genereferral.hubdirectory.travel.TravelLimits;
import fr.genereferral.hubdirectory.travel.TravelNeeds;

/** Fields that a match run has come to hold: absent, not null, where they are not known, so that an older one keeps its bytes. */
final class KeptLater {
    private KeptLater() {}

    interface InRun {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Evidence evidence();
    }

    interface InCandidate {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        TravelNeeds needs();
    }

    interface InTerms {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Integer preferredMinutes();
    }

    interface InParameters {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Integer minutesOffIfPreferred();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        TravelLimits travelLimits();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        Integer capacityWeeks();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        UrgencyBounds urgencyBounds();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        RestLimits restLimits();
    }
}
