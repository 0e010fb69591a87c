package fr.genereferral.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one scenario has to say: verdicts for the head of the page, and the page's own section. */
public final class Findings {
    private final String title;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> pictures = new LinkedHashMap<>();

    public Findings(String title) {
        this.title = title;
    }

    public void verdict(String target, String measured, boolean met) {
        verdicts.add(new Verdict(target, measured, met));
    }

    public void say(String sentence, Object... values) {
        text.append(sentence.formatted(values)).append("\n\n");
    }

    public void table(String heading, List<String> rows) {
        var columns = heading.split("\\|").length;
        text.append("| ").append(heading).append(" |\n");
        text.append("|---".repeat(columns)).append("|\n");
        rows.forEach(row -> text.append("| ").append(row).append(" |\n"));
        text.append('\n');
    }

    /** A picture (SVG) beside the page, shown at the end of the section. */
    public void picture(String caption, String svg) {
        pictures.put(caption, svg);
    }

    Map<String, String> pictures() {
        return pictures;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    String section() {
        return "## " + title + "\n\n" + text;
    }
}
