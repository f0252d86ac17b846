package dev.viralvideo.faults;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.Order;
import dev.viralvideo.project.OutboxEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    static final String RECORD = "faults.record";
    /** A topic with this word fails in its script stage every time, though trying again might help. */
    static final String POISON = "poison";

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    public void load(CamelContext camel) {
        String record = System.getProperty(RECORD);
        if (record != null) {
            Path folder = Path.of(record);
            KillPoint kill = KillPoint.here();
            camel.getCamelContextExtension()
                    .addInterceptStrategy((context, node, target, next) -> new Step(name(node), target, kill, folder));
        }
    }

    private static String name(NamedNode node) {
        String label = node.getLabel() == null ? "" : node.getLabel();
        return CamelContextHelper.getRouteId(node) + "/" + node.getShortName() + " "
                + label.replaceAll("[\\r\\n|]+", " ");
    }

    private final class Step extends DelegateAsyncProcessor {
        private final String name;
        private final KillPoint kill;
        private final Path folder;

        Step(String name, Processor target, KillPoint kill, Path folder) {
            super(target);
            this.name = name;
            this.kill = kill;
            this.folder = folder;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            if (seen.add(name)) {
                append("steps", name);
            }
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
                append("events", event.eventId() + " " + event.projectId() + " " + event.name());
            }
        }

        private void append(String file, String line) {
            synchronized (seen) {
                try {
                    Files.write(
                            folder.resolve(file),
                            (line + "\n").getBytes(StandardCharsets.UTF_8),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
