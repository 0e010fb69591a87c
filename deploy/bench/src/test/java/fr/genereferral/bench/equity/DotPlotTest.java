package fr.genereferral.bench.equity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class DotPlotTest {

    @Test
    void drawsADotForEachRegionPanelAndPolicyInWellFormedXml() throws Exception {
        var corsica = new Region("94", "Corse");
        var alps = new Region("93", "Provence-Alpes-Côte d'Azur");
        var children = List.of(new Treated(corsica, null, 245, 3), new Treated(alps, null, 60, 12));
        var outcomes = Arrays.stream(Policy.values())
                .map(policy -> Outcome.of(policy, children))
                .toList();

        var svg = new DotPlot(List.of(corsica, alps), outcomes).svg();

        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var legend = outcomes.size();
        assertEquals(
                legend + 2 * 2 * outcomes.size(),
                parsed.getElementsByTagName("circle").getLength());
    }
}
