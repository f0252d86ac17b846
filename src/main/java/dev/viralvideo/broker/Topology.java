package dev.viralvideo.broker;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.List;

/**
 * What must be there before anything is sent or taken: durable queues and a durable topic exchange, without any
 * argument that only one broker knows.
 */
public record Topology(List<String> queues, String exchange) {
    /** Changes nothing that is there already. */
    void declare(Channel channel) throws IOException {
        channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
        for (String queue : queues) {
            channel.queueDeclare(queue, true, false, false, null);
        }
    }
}
