package fr.genereferral.hubdirectory.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Lets the words of {@code META-INF/openapi.yaml} come before what a scanner guesses. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ApiDescription implements OASFilter {
    private static final String PROSE = "/META-INF/openapi.yaml";

    /** Shapes of problems that this service never sends; the library describes them all the same. */
    private static final List<String> NOT_OURS = List.of("HttpProblem", "HttpValidationProblem", "Violation");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        NOT_OURS.forEach(description.getComponents()::removeSchema);
        var prose = prose().getPaths();
        description.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describeAnswers(
                        operation, prose.getPathItem(path).getOperations().get(method))));
    }

    /** What the scanner says of an answer ("OK") has come before the words of the prose. */
    private static void describeAnswers(Operation operation, Operation prose) {
        prose.getResponses().getAPIResponses().forEach((status, words) -> {
            if (words.getDescription() != null) {
                operation.getResponses().getAPIResponse(status).setDescription(words.getDescription());
            }
        });
    }

    private static OpenAPI prose() {
        return SmallRyeOpenAPI.builder()
                .withCustomStaticFile(() -> ApiDescription.class.getResourceAsStream(PROSE))
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .build()
                .model();
    }
}
