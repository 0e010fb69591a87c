package fr.genereferral.bench.equity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class DotPlotTest {

    @Test
    void drawsADotForEachRowPanelAndPolicyInWellFormedXmlAndOverseasApart() throws Exception {
        var corsica = new Region("94", "Corse");
        var mayotte = new Region("06", "Mayotte");
        var guyane = new Region("03", "Guyane");
        var alps = new Region("93", "Provence-Alpes-Côte d'Azur");
        var children = List.of(
                new Treated(corsica, null, 245, 3),
                new Treated(alps, null, 60, 12),
                new Treated(mayotte, null, 1200, 9),
                new Treated(guyane, null, 760, 20));
        var outcomes = Arrays.stream(Policy.values())
                .map(policy -> Outcome.of(policy, children))
                .toList();

        var svg = DotPlot.of(List.of(alps, corsica, guyane, mayotte), outcomes).svg();

        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var legend = outcomes.size();
        var names = List.of(
                "all children",
                "mainland",
                "Corsica",
                "overseas",
                "Provence-Alpes-Côte d'Azur",
                "Corse",
                "Guyane",
                "Mayotte");
        var texts = parsed.getElementsByTagName("text");
        var drawn = IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .filter(names::contains)
                .toList();
        assertEquals(names, drawn);
        assertEquals(
                legend + 2 * names.size() * outcomes.size(),
                parsed.getElementsByTagName("circle").getLength());
    }
}
