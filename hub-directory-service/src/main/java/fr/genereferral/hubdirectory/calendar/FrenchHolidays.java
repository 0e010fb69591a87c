package fr.genereferral.hubdirectory.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import fr.genereferral.hubdirectory.PublicHolidays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The eleven national holidays; those of Alsace-Moselle and overseas are not counted. */
@ApplicationScoped
class FrenchHolidays implements PublicHolidays {
    private final HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    @Override
    public boolean includes(LocalDate day) {
        return manager.isHoliday(day);
    }
}
