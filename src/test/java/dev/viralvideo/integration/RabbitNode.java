package dev.viralvideo.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A private RabbitMQ node on random loopback ports with its own epmd, in a temporary folder, if the program is
 * installed. It ends with this JVM, however that ends: a shell between the two kills it when its input closes.
 */
final class RabbitNode implements TestBroker {
    private static final String SUPERVISE =
            """
            epmd -address 127.0.0.1 -port "$ERL_EPMD_PORT" & epmd=$!
            setsid "$1" & server=$!
            cat > /dev/null
            kill -9 -$server
            kill -9 $epmd
            wait
            """;

    private final Path program;
    private final Path folder;
    private final int port = freePort();
    private final int distribution = freePort();
    private final int epmd = freePort();
    private Process supervisor;

    private RabbitNode(Path program) throws IOException {
        this.program = program;
        this.folder = Files.createTempDirectory("vvg-rabbitmq");
        Files.writeString(folder.resolve("plugins"), "[].\n");
        Files.writeString(
                folder.resolve("rabbitmq.conf"),
                """
                vm_memory_high_watermark.absolute = 512MB
                disk_free_limit.absolute = 10MB
                log.file.level = warning
                """);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static boolean isInstalled() {
        return program().isPresent();
    }

    static RabbitNode create() {
        try {
            return new RabbitNode(program().orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void start() {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", SUPERVISE, "supervise", program.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile());
        builder.environment().putAll(environment());
        try {
            supervisor = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await("RabbitMQ answers; see " + folder)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> TestAmqp.answers(port));
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", folder.toString()),
                Map.entry("RABBITMQ_NODENAME", "vvg-" + port + "@localhost"),
                Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODE_PORT", "" + port),
                Map.entry("RABBITMQ_DIST_PORT", "" + distribution),
                Map.entry("ERL_EPMD_PORT", "" + epmd),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_BASE", folder.toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", folder.resolve("none").toString()),
                Map.entry(
                        "RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        folder.resolve("plugins").toString()),
                Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString()),
                Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 2:2 -kernel inet_dist_use_interface {127,0,0,1}"));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String name() {
        return "RabbitMQ of this machine";
    }

    /** One of RabbitMQ's own tools, asking this node; gives its exit code. */
    int run(List<String> command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.set(0, program.resolveSibling(command.get(0)).toString());
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment());
        return builder.start().waitFor();
    }

    /** Like a power cut. */
    @Override
    public synchronized void kill() {
        if (supervisor == null) {
            return;
        }
        try {
            supervisor.getOutputStream().close();
            supervisor.waitFor();
        } catch (IOException | InterruptedException e) {
            supervisor.destroyForcibly();
        }
        supervisor = null;
    }

    private void close() {
        kill();
        TestFolders.delete(folder);
    }

    /** The one on the path may be a wrapper that wants to be another user. */
    private static Optional<Path> program() {
        Stream<Path> path = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(Stream.of(Path.of("/usr/lib/rabbitmq/bin")), path)
                .map(folder -> folder.resolve("rabbitmq-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
