package dev.viralvideo.pipeline;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.converter.MessageConverter;

/** Takes a message's bytes as they are: its content type and encoding are claims of the sender's, and may be wrong. */
final class RawBody implements MessageConverter {
    @Override
    public Object fromMessage(Message message) {
        return message.getBody();
    }

    @Override
    public Message toMessage(Object body, MessageProperties properties) {
        return new Message((byte[]) body, properties);
    }
}
