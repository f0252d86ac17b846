package dev.viralvideo.integration;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.service.ServiceHelper;

/** Sees which headers travel on which routes: at each step to an endpoint, and at the end. */
final class HeaderSpy extends EventNotifierSupport {
    private final Map<String, Set<String>> headers = new ConcurrentHashMap<>();

    static HeaderSpy in(CamelContext camel) {
        HeaderSpy spy = new HeaderSpy();
        ServiceHelper.startService(spy);
        camel.getManagementStrategy().addEventNotifier(spy);
        return spy;
    }

    /** By the route that the message came in by. */
    Map<String, Set<String>> headers() {
        return headers;
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event.getType() == CamelEvent.Type.ExchangeSending
                || event.getType() == CamelEvent.Type.ExchangeCompleted
                || event.getType() == CamelEvent.Type.ExchangeFailed;
    }

    @Override
    public void notify(CamelEvent event) {
        var exchange = ((ExchangeEvent) event).getExchange();
        headers.computeIfAbsent(String.valueOf(exchange.getFromRouteId()), route -> ConcurrentHashMap.newKeySet())
                .addAll(exchange.getMessage().getHeaders().keySet());
    }
}
