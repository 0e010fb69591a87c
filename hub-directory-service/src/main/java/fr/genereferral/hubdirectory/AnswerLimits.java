package fr.genereferral.hubdirectory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Until when a hub may answer. ROUTINE counts working days of metropolitan France, to the same time of day; the others
 * count hours, nights and weekends included.
 */
public record AnswerLimits(RoutingParameters parameters, PublicHolidays holidays) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The time of an offer that is made now. What has become more pressing since the routing was asked for is so. */
    AnswerPeriod period(RoutingRequest request, Instant offeredAt) {
        var today = LocalDate.ofInstant(offeredAt, PARIS);
        var now = parameters.urgencyBounds().on(today, request.patient().birthDate(), request.eligibleUntil());
        var urgency = request.urgency().or(now);
        return new AnswerPeriod(urgency, offeredAt, deadline(urgency, offeredAt));
    }

    Instant deadline(Urgency urgency, Instant offeredAt) {
        return switch (urgency) {
            case ROUTINE -> workingDaysAfter(offeredAt);
            case PRESSING -> offeredAt.plus(Duration.ofHours(parameters.pressingHours()));
            case CRITICAL -> offeredAt.plus(Duration.ofHours(parameters.criticalHours()));
        };
    }

    private Instant workingDaysAfter(Instant offeredAt) {
        var deadline = offeredAt.atZone(PARIS);
        for (var left = parameters.routineWorkingDays(); left > 0; ) {
            deadline = deadline.plusDays(1);
            if (isWorkingDay(deadline.toLocalDate())) {
                left--;
            }
        }
        return deadline.toInstant();
    }

    private boolean isWorkingDay(LocalDate day) {
        var weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.includes(day);
    }
}
