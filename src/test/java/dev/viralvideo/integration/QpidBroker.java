package dev.viralvideo.integration;

import dev.viralvideo.project.TemporaryFolder;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;

/** An AMQP 0-9-1 broker in this JVM, for machines without RabbitMQ. What it holds is gone when it ends. */
final class QpidBroker implements TestBroker {
    private static final String CONFIGURATION =
            """
            {
              "name": "vvg",
              "modelVersion": "9.0",
              "authenticationproviders": [{
                "name": "plain", "type": "Plain", "secureOnlyMechanisms": [],
                "users": [{"name": "guest", "type": "managed", "password": "guest"}]
              }],
              "ports": [{
                "name": "AMQP", "port": "${qpid.amqp_port}", "bindingAddress": "127.0.0.1",
                "authenticationProvider": "plain", "protocols": ["AMQP_0_9_1"],
                "virtualhostaliases": [{"name": "default", "type": "defaultAlias"}]
              }],
              "virtualhostnodes": [{
                "name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
                "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"
              }]
            }
            """;

    private final int port = RabbitNode.freePort();
    private final Path folder = TemporaryFolder.untilExit("vvg-qpid");
    private SystemLauncher launcher;

    @Override
    public synchronized void start() {
        launcher = new SystemLauncher();
        try {
            Path configuration =
                    Files.writeString(folder.resolve("broker.json"), CONFIGURATION, StandardCharsets.UTF_8);
            URL location = configuration.toUri().toURL();
            launcher.startup(Map.of(
                    SystemConfig.TYPE,
                    "Memory",
                    SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                    location.toExternalForm(),
                    SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                    false,
                    SystemConfig.CONTEXT,
                    Map.of("qpid.amqp_port", String.valueOf(port), "qpid.work_dir", folder.toString())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void kill() {
        if (launcher != null) {
            launcher.shutdown();
            launcher = null;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String name() {
        return "Qpid in this JVM";
    }
}
