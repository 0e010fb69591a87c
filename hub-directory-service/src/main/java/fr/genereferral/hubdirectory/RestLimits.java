package fr.genereferral.hubdirectory;

/**
 * How long the clock of an offer may rest, from the first question of its hub on: dated data, by convention.
 *
 * @param routineWorkingDays working days of metropolitan France, to the same time of day
 * @param pressingHours nights and weekends included
 */
public record RestLimits(int routineWorkingDays, int pressingHours, int criticalHours) {}
