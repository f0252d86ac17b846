package dev.viralvideo.pipeline;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.springrabbit.SpringRabbitMQConstants;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageDeliveryMode;

/** What keeps a project going: the hint to the next stage, and what becomes of a stage that failed. */
public final class ProjectRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:project-dispatch")
                .routeId("project-dispatch")
                .routeGroup("project")
                .errorHandler(noErrorHandler())
                .description("Sends each hint to the queue of its stage; one that cannot be sent is no harm")
                .split(method("hints", "deliverable"))
                .doTry()
                .to("direct:project-hint")
                .doCatch(AmqpException.class)
                .bean("hints", "lost(${exception.message})")
                .end();

        from("direct:project-hint")
                .routeId("project-hint")
                .routeGroup("project")
                .errorHandler(noErrorHandler())
                .description(
                        "Puts one hint on the queue of its stage; it is stale soon, so it need not outlive a broker")
                .setVariable("stage", simple("${body.stage}"))
                .setBody(simple("${body.projectId}"))
                .removeHeaders("*")
                .setHeader(SpringRabbitMQConstants.DELIVERY_MODE, constant(MessageDeliveryMode.NON_PERSISTENT))
                .setHeader(SpringRabbitMQConstants.EXPIRATION, constant(Queues.STALE_MILLIS))
                .choice()
                .when(simple("${variable.stage} == 'SCRIPT'"))
                .to("{{queue.script.to}}")
                .id("to-script")
                .when(simple("${variable.stage} == 'MEDIA'"))
                .to("{{queue.media.to}}")
                .id("to-media")
                .when(simple("${variable.stage} == 'AUDIO'"))
                .to("{{queue.audio.to}}")
                .id("to-audio")
                .otherwise()
                .to("{{queue.video.to}}")
                .id("to-video");

        from("direct:stage-failed")
                .routeId("project-fail")
                .routeGroup("project")
                .errorHandler(noErrorHandler())
                .description("Keeps what went wrong; a stage that may be tried again is, after its back-off")
                .bean("failureDesk", "failed(${variable.claim}, ${exception})")
                .filter(body().isNotNull())
                .delay(simple("${body.millis}"))
                .asyncDelayed()
                .setBody(simple("${body.hints}"))
                .to("direct:project-dispatch");
    }
}
