package fr.genereferral.bench.equity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/**
 * Two panels of dots: how far nine of ten children travel, and how long they wait. Above a line all children, those of the
 * mainland, Corsica and overseas; below it a row a region.
 */
record DotPlot(List<Row> rows, List<Outcome> outcomes) {
    private static final int ROW = 22;
    private static final int TOP = 74;
    private static final int NAMES = 210;
    private static final int PANEL = 320;
    private static final int BETWEEN = 40;
    private static final int RADIUS = 5;
    private static final int TICKS = 4;

    /** Children who are told of together. */
    record Row(String name, boolean isRegion, Function<Outcome, Spread> travel, Function<Outcome, Spread> waits) {

        private static Row of(Region.Part part) {
            return new Row(part.title(), false, outcome -> outcome.travel(part), outcome -> outcome.wait(part));
        }

        private static Row of(Region region) {
            return new Row(region.name(), true, outcome -> outcome.travel(region), outcome -> outcome.wait(region));
        }
    }

    static DotPlot of(List<Region> regions, List<Outcome> outcomes) {
        var all = new Row("all children", false, Outcome::travel, Outcome::waits);
        var parts = Arrays.stream(Region.Part.values())
                .filter(part -> regions.stream().anyMatch(region -> region.part() == part))
                .map(Row::of);
        var rows = Stream.of(Stream.of(all), parts, regions.stream().map(Row::of));
        return new DotPlot(rows.flatMap(each -> each).toList(), outcomes);
    }

    String svg() {
        var height = TOP + ROW * rows.size() + 20;
        var width = NAMES + 2 * PANEL + BETWEEN + 20;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                font-family="sans-serif" font-size="12" role="img">
                <title>Travel and wait by region under three ways to choose a hub</title>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                %3$s%4$s%5$s%6$s</svg>
                """.formatted(
                        width,
                        height,
                        legend(),
                        names() + rule(width),
                        panel(NAMES, "travel, P90 (hours)", 60, (outcome, row) -> row.travel()
                                .apply(outcome)
                                .p90()),
                        panel(NAMES + PANEL + BETWEEN, "wait, P90 (days)", 1, (outcome, row) -> row.waits()
                                .apply(outcome)
                                .p90()));
    }

    private String legend() {
        var text = new StringBuilder();
        for (var i = 0; i < outcomes.size(); i++) {
            var policy = outcomes.get(i).policy();
            var x = NAMES + i * 190;
            text.append(dot(x, 18, policy.colour())).append(text(x + 12, 22, "start", policy.title()));
        }
        return text.toString();
    }

    private String names() {
        var text = new StringBuilder();
        for (var i = 0; i < rows.size(); i++) {
            text.append(text(NAMES - 14, middle(i) + 4, "end", rows.get(i).name()));
        }
        return text.toString();
    }

    /** Between those who are told of together and the regions. */
    private String rule(int width) {
        var y = TOP + ROW * (int) rows.stream().filter(row -> !row.isRegion()).count();
        return "<line x1=\"20\" x2=\"%1$d\" y1=\"%2$d\" y2=\"%2$d\" stroke=\"#999999\"/>\n".formatted(width - 20, y);
    }

    private String panel(int left, String title, int unit, ToIntBiFunction<Outcome, Row> number) {
        var most = outcomes.stream()
                .flatMapToInt(outcome -> rows.stream().mapToInt(row -> number.applyAsInt(outcome, row)))
                .max()
                .orElse(1);
        var scale = (double) PANEL / Math.max(1, most);
        var text = new StringBuilder(text(left, 48, "start", title)).append(axis(left, most, unit, scale));
        for (var i = 0; i < rows.size(); i++) {
            text.append("<line x1=\"%1$d\" x2=\"%2$d\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"#eeeeee\"/>\n"
                    .formatted(left, left + PANEL, middle(i)));
            for (var outcome : outcomes) {
                var value = number.applyAsInt(outcome, rows.get(i));
                text.append(
                        dot(left + value * scale, middle(i), outcome.policy().colour()));
            }
        }
        return text.toString();
    }

    private static String axis(int left, int most, int unit, double scale) {
        var text = new StringBuilder();
        for (var tick = 0; tick <= TICKS; tick++) {
            var value = most * tick / TICKS;
            text.append(
                    text(left + value * scale, TOP - 10, "middle", Integer.toString(Math.round((float) value / unit))));
        }
        return text.toString();
    }

    private static int middle(int row) {
        return TOP + ROW * row + ROW / 2;
    }

    private static String dot(double x, int y, String colour) {
        return String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%d\" r=\"%d\" fill=\"%s\" fill-opacity=\"0.8\"/>\n",
                x,
                y,
                RADIUS,
                colour);
    }

    private static String text(double x, int y, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" fill=\"#333333\">%s</text>\n",
                x,
                y,
                anchor,
                words.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
