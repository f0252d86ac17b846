package dev.viralvideo.integration;

import java.util.Optional;

/** The AMQP broker that tests use: the real RabbitMQ where it is installed, else one in this JVM. */
interface TestBroker {
    void start();

    /** Without warning; what was durable is there after the next start. */
    void kill();

    int port();

    String name();

    /** One for this JVM, running. */
    static TestBroker shared() {
        return Shared.BROKER;
    }

    /** Holds the one that is shared. */
    final class Shared {
        private static final TestBroker BROKER = choose();

        private Shared() {}

        private static TestBroker choose() {
            Optional<RabbitNode> rabbit = RabbitNode.create();
            if (rabbit.isEmpty() && "1".equals(System.getenv("VVG_TEST_REQUIRE_REAL"))) {
                throw new IllegalStateException("RabbitMQ is not installed, and VVG_TEST_REQUIRE_REAL asks for it");
            }
            TestBroker broker = rabbit.isPresent() ? rabbit.get() : new EmbeddedBroker();
            broker.start();
            System.out.println("broker tests run on " + broker.name());
            return broker;
        }
    }
}
