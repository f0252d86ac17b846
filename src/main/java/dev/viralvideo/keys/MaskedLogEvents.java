package dev.viralvideo.keys;

import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.impl.DefaultLogEventFactory;
import org.apache.logging.log4j.core.impl.LocationAwareLogEventFactory;
import org.apache.logging.log4j.core.impl.LogEventFactory;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.SimpleMessage;

/**
 * Makes every log event with its secrets masked, message and stack trace, before any appender or layout sees it; named
 * in {@code log4j2.component.properties}.
 */
public final class MaskedLogEvents implements LogEventFactory, LocationAwareLogEventFactory {
    private final DefaultLogEventFactory events = new DefaultLogEventFactory();

    @Override
    public LogEvent createEvent(
            String logger,
            Marker marker,
            String fqcn,
            Level level,
            Message message,
            List<Property> properties,
            Throwable thrown) {
        return events.createEvent(logger, marker, fqcn, level, masked(message), properties, MaskedThrowable.of(thrown));
    }

    @Override
    public LogEvent createEvent(
            String logger,
            Marker marker,
            String fqcn,
            StackTraceElement location,
            Level level,
            Message message,
            List<Property> properties,
            Throwable thrown) {
        return events.createEvent(
                logger, marker, fqcn, location, level, masked(message), properties, MaskedThrowable.of(thrown));
    }

    private static Message masked(Message message) {
        if (message == null) {
            return null;
        }
        String text = message.getFormattedMessage();
        String masked = Masking.OF_THIS_PROCESS.mask(text);
        return masked == null || masked.equals(text) ? message : new SimpleMessage(masked);
    }
}
