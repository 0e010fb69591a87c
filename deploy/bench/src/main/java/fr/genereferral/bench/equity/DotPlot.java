package fr.genereferral.bench.equity;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Two panels of dots, a row a region: how far nine of ten children travel, and how long they wait. */
record DotPlot(List<Region> regions, List<Outcome> outcomes) {
    private static final int ROW = 22;
    private static final int TOP = 74;
    private static final int NAMES = 210;
    private static final int PANEL = 320;
    private static final int BETWEEN = 40;
    private static final int RADIUS = 5;
    private static final int TICKS = 4;

    String svg() {
        var height = TOP + ROW * regions.size() + 20;
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
                        names(),
                        panel(NAMES, "travel, P90 (hours)", 60, (outcome, region) -> outcome.travel(region)
                                .p90()),
                        panel(NAMES + PANEL + BETWEEN, "wait, P90 (days)", 1, (outcome, region) -> outcome.wait(region)
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
        for (var i = 0; i < regions.size(); i++) {
            text.append(text(NAMES - 14, middle(i) + 4, "end", regions.get(i).name()));
        }
        return text.toString();
    }

    private String panel(int left, String title, int unit, BiFunction<Outcome, Region, Integer> number) {
        var most = outcomes.stream()
                .flatMap(outcome -> regions.stream().map(region -> number.apply(outcome, region)))
                .max(Integer::compare)
                .orElse(1);
        var scale = (double) PANEL / Math.max(1, most);
        var text = new StringBuilder(text(left, 48, "start", title)).append(axis(left, most, unit, scale));
        for (var i = 0; i < regions.size(); i++) {
            text.append("<line x1=\"%1$d\" x2=\"%2$d\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"#eeeeee\"/>\n"
                    .formatted(left, left + PANEL, middle(i)));
            for (var outcome : outcomes) {
                var value = number.apply(outcome, regions.get(i));
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
