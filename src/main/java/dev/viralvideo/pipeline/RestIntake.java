package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.Accepted;
import dev.viralvideo.project.GroupCommit;
import dev.viralvideo.project.Submission;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/**
 * Takes topics in from the REST API, through a route that an operator and the intake gate can stop like every other
 * edge. What many clients send at once shares its commits.
 */
public final class RestIntake {
    private static final int GROUP = 250;

    private final ProducerTemplate template;
    private final GroupCommit<Submission, Accepted> group;

    public RestIntake(ProducerTemplate template) {
        this.template = template;
        this.group = new GroupCommit<>(
                this::acceptAll, problem -> !Failures.of(problem).retryable(), GROUP);
    }

    /** @throws Failure.Resource {@code INTAKE_CLOSED} when the edge is stopped or held back */
    public Accepted accept(Submission filled) {
        return group.store(filled);
    }

    /** In one transaction; one answer for each, in their order. */
    @SuppressWarnings("unchecked")
    public List<Accepted> acceptAll(List<Submission> filled) {
        try {
            return template.requestBody("direct:intake-rest?block=false&failIfNoConsumers=true", filled, List.class);
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof DirectConsumerNotAvailableException) {
                throw new Failure.Resource(
                        "INTAKE_CLOSED", "no topics are taken in at the moment; try again in a few seconds", e);
            }
            throw Failures.of(e);
        }
    }
}
