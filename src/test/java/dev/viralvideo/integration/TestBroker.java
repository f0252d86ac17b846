package dev.viralvideo.integration;

/** The AMQP broker that tests use: the real RabbitMQ. Where it is not installed, the tests that need it are skipped. */
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
            TestBroker broker =
                    RabbitNode.create().orElseThrow(() -> new IllegalStateException("RabbitMQ is not installed"));
            broker.start();
            System.out.println("broker tests run on " + broker.name());
            return broker;
        }
    }

    /** For {@code @EnabledIf}; with {@code VVG_TEST_REQUIRE_REAL=1} a missing RabbitMQ is an error instead. */
    static boolean installed() {
        boolean installed = RabbitNode.create().isPresent();
        if (!installed && "1".equals(System.getenv("VVG_TEST_REQUIRE_REAL"))) {
            throw new IllegalStateException("RabbitMQ is not installed, and VVG_TEST_REQUIRE_REAL asks for it");
        }
        if (!installed) {
            System.out.println("broker tests are skipped: RabbitMQ is not installed");
        }
        return installed;
    }
}
