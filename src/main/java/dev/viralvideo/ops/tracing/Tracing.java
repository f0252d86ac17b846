package dev.viralvideo.ops.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

/** Traces of the routes, one for each project, sent to an OpenTelemetry collector. */
public final class Tracing implements AutoCloseable {
    /** The queues and the clockwork: what comes by them is no project yet. */
    private static final String EXCLUDED = "seda:*,spring-rabbitmq:*,timer:*,file:*,direct:project-*";

    private final SdkTracerProvider provider;

    private Tracing(SdkTracerProvider provider) {
        this.provider = provider;
    }

    /**
     * Before the routes are made.
     *
     * @param endpoint of the collector's OTLP over HTTP, such as {@code http://localhost:4318/v1/traces}
     */
    public static Tracing to(String endpoint, CamelContext camel) {
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build();
        return by(BatchSpanProcessor.builder(exporter).build(), camel);
    }

    static Tracing by(SpanProcessor processor, CamelContext camel) {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder()
                        .put(AttributeKey.stringKey("service.name"), "vvg")
                        .build())
                .addSpanProcessor(processor)
                .build();
        camel.getRegistry().bind("tracer", provider.get("vvg"));
        camel.getRegistry()
                .bind("tracePropagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
        camel.getCamelContextExtension().addInterceptStrategy(new ProjectTrace());
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.setExcludePatterns(EXCLUDED);
        tracer.init(camel);
        return new Tracing(provider);
    }

    /** Sends what is left. */
    @Override
    public void close() {
        provider.close();
    }
}
