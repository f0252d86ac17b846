package dev.viralvideo.config;

/**
 * Where the broker is, who we are to it and what goes through it.
 *
 * @param addresses     blank for no broker
 * @param prefetch      messages taken from the topics queue at once
 * @param carriesHints  whether the stages' queues are on it
 */
public record BrokerSettings(
        String addresses,
        String user,
        String password,
        String virtualHost,
        boolean tls,
        int prefetch,
        boolean carriesHints) {
    static BrokerSettings of(CheckedProperties properties) {
        boolean hints = properties.oneOf("vvg.queue", "seda", "rabbitmq").equals("rabbitmq");
        if (hints && properties.blank("vvg.rabbitmq.addresses")) {
            throw properties.wrong("vvg.queue", "needs vvg.rabbitmq.addresses, such as localhost:5672");
        }
        return new BrokerSettings(
                properties.text("vvg.rabbitmq.addresses"),
                properties.text("vvg.rabbitmq.user"),
                properties.text("vvg.rabbitmq.password"),
                properties.text("vvg.rabbitmq.virtual-host"),
                properties.flag("vvg.rabbitmq.tls"),
                properties.whole("vvg.rabbitmq.prefetch", 1, 1000),
                hints);
    }

    public boolean configured() {
        return !addresses.isBlank();
    }

    /** Without the password, which must not get into a log. */
    @Override
    public String toString() {
        return "RabbitMQ at " + addresses + virtualHost;
    }
}
