package fr.genereferral.bench.equity;

/** How a hub is chosen. */
enum Policy {
    DISTANCE("nearest by distance", "#b5651d") {
        @Override
        double cost(Choice choice, int waitDays, int minutesPerWaitingDay) {
            return choice.kilometres();
        }
    },
    TRAVEL("nearest by travel time", "#4a78b0") {
        @Override
        double cost(Choice choice, int waitDays, int minutesPerWaitingDay) {
            return choice.minutes();
        }
    },
    PLATFORM("the platform's cost", "#2e8b57") {
        @Override
        double cost(Choice choice, int waitDays, int minutesPerWaitingDay) {
            return choice.minutes() + (double) minutesPerWaitingDay * waitDays;
        }
    };

    private final String title;
    private final String colour;

    Policy(String title, String colour) {
        this.title = title;
        this.colour = colour;
    }

    abstract double cost(Choice choice, int waitDays, int minutesPerWaitingDay);

    String title() {
        return title;
    }

    String colour() {
        return colour;
    }
}
