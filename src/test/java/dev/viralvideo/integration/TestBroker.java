package dev.viralvideo.integration;

import dev.viralvideo.helpers.RealServers;

/** The AMQP broker that tests use: the real RabbitMQ. Where it is not installed, the tests that need it are skipped. */
public interface TestBroker {
    void start();

    /** Without warning; what was durable is there after the next start. */
    void kill();

    int port();

    String name();

    /** One of the test's own, to be killed at will; not running yet. */
    static TestBroker own() {
        return RabbitNode.create();
    }

    /** One for this JVM, running. */
    static TestBroker shared() {
        return Shared.BROKER;
    }

    /** Holds the one that is shared. */
    final class Shared {
        private static final TestBroker BROKER = choose();

        private Shared() {}

        private static TestBroker choose() {
            TestBroker broker = RabbitNode.create();
            broker.start();
            System.out.println("broker tests run on " + broker.name());
            return broker;
        }
    }

    /** For {@code @EnabledIf}. */
    static boolean installed() {
        boolean installed = RabbitNode.isInstalled();
        if (!installed) {
            RealServers.missing("RabbitMQ is not installed");
        }
        return installed;
    }
}
