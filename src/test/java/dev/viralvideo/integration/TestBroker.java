package dev.viralvideo.integration;

import dev.viralvideo.helpers.RealServers;

/**
 * The AMQP broker that tests use: a private RabbitMQ where it is installed, else one in this JVM
 * ({@code -Dvvg.test.broker=jvm}: that one in any case).
 */
public interface TestBroker {
    void start();

    /** Without warning. */
    void kill();

    int port();

    String name();

    /** One of the test's own, to be killed at will; not running yet. */
    static TestBroker own() {
        return isReal() ? RabbitNode.create() : new QpidBroker();
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
            installed();
            TestBroker broker = own();
            broker.start();
            System.out.println("broker tests run on " + broker.name());
            return broker;
        }
    }

    /** For {@code @EnabledIf}: tests that need what only RabbitMQ has, such as a queue that outlives it. */
    static boolean installed() {
        boolean real = isReal();
        if (!real) {
            RealServers.missing("RabbitMQ is not installed");
        }
        return real;
    }

    private static boolean isReal() {
        return RabbitNode.isInstalled() && !"jvm".equals(System.getProperty("vvg.test.broker"));
    }
}
