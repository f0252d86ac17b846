package dev.viralvideo.faults;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.Order;
import dev.viralvideo.project.OutboxEvent;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.ContextServicePlugin;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Stands beside every step of every route of a service under test: notes which steps there are and which events go
 * out, ends the process at a {@link KillPoint}, and makes poisonous topics fail. It does nothing in a JVM that was not
 * started for that.
 */
public final class Steps implements ContextServicePlugin {
    /** A topic with this word fails in its script stage every time, though trying again might help. */
    static final String POISON = "poison";

    @Override
    public void load(CamelContext camel) {
        KillPoint kill = KillPoint.here();
        Record.here().ifPresent(record -> camel.getCamelContextExtension()
                .addInterceptStrategy((context, node, target, next) -> new Step(name(node), target, kill, record)));
    }

    private static String name(NamedNode node) {
        String label = node.getLabel() == null ? "" : node.getLabel();
        return CamelContextHelper.getRouteId(node) + "/" + node.getShortName() + " "
                + label.replaceAll("[\\r\\n|]+", " ");
    }

    private static final class Step extends DelegateAsyncProcessor {
        private final String name;
        private final KillPoint kill;
        private final Record record;

        Step(String name, Processor target, KillPoint kill, Record record) {
            super(target);
            this.name = name;
            this.kill = kill;
            this.record = record;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            record.point(name);
            if (kill != null) {
                kill.before(name);
            }
            if (isPoisonous(exchange)) {
                exchange.setException(new Failure.ExternalService("POISON", true, "this topic always fails", null));
                callback.done(true);
                return true;
            }
            return super.process(exchange, doneSync -> {
                told(exchange);
                if (kill != null) {
                    kill.after(name);
                }
                callback.done(doneSync);
            });
        }

        private boolean isPoisonous(Exchange exchange) {
            return name.startsWith("script-write/")
                    && exchange.getMessage().getBody() instanceof Order order
                    && order.request().topic().contains(POISON);
        }

        private void told(Exchange exchange) {
            if (name.startsWith("event-publish/log") && exchange.getMessage().getBody() instanceof OutboxEvent event) {
                record.event(event.eventId() + " " + event.projectId() + " " + event.name());
            }
        }
    }
}
