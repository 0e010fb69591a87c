package fr.genereferral.hubdirectory.calendar;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.PublicHolidays;
import fr.genereferral.hubdirectory.Successions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives whoever moves a placement on the successions by the clock and the public holidays. */
class SuccessionsOfToday {
    @Produces
    @Singleton
    Successions successions(PublicHolidays holidays, Clock clock) {
        return new Successions(holidays, clock, UuidCreator::getTimeOrderedEpoch);
    }
}
