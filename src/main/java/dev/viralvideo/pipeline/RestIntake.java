package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.Accepted;
import dev.viralvideo.project.Submission;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/**
 * Takes topics in from the REST API, through a route that an operator and the intake gate can stop like every other
 * edge.
 */
public final class RestIntake {
    private static final String ROUTE = "direct:intake-rest?block=false&failIfNoConsumers=true";

    private final ProducerTemplate template;

    public RestIntake(ProducerTemplate template) {
        this.template = template;
    }

    /** @throws Failure.Resource {@code INTAKE_CLOSED} when the edge is stopped or held back */
    public Accepted accept(Submission filled) {
        return taken(filled, Accepted.class);
    }

    /** In one transaction; one answer for each, in their order. */
    @SuppressWarnings("unchecked")
    public List<Accepted> acceptAll(List<Submission> filled) {
        return taken(filled, List.class);
    }

    private <T> T taken(Object body, Class<T> answer) {
        try {
            return template.requestBody(ROUTE, body, answer);
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof DirectConsumerNotAvailableException) {
                throw new Failure.Resource(
                        "INTAKE_CLOSED", "no topics are taken in at the moment; try again in a few seconds", e);
            }
            throw Failures.of(e);
        }
    }
}
