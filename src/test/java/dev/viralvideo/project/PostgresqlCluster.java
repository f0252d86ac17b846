package dev.viralvideo.project;

import dev.viralvideo.helpers.RealServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A private PostgreSQL on a random loopback port in a temporary folder, if the programs are installed. It ends with
 * this JVM, however that ends: a shell between the two stops it when its input closes.
 */
public final class PostgresqlCluster implements AutoCloseable {
    private static final String SUPERVISE =
            """
            "$@" & server=$!
            cat > /dev/null
            kill -QUIT $server
            wait $server
            """;

    private final Process supervisor;
    private final int port;

    private PostgresqlCluster(Process supervisor, int port) {
        this.supervisor = supervisor;
        this.port = port;
    }

    /** Empty, with a line that says why, when it cannot be had here. */
    public static Optional<PostgresqlCluster> start(String... settings) {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            RealServers.missing("PostgreSQL is not installed");
            return Optional.empty();
        }
        try {
            return Optional.of(start(programs.get(), settings));
        } catch (IOException | RuntimeException e) {
            RealServers.missing("PostgreSQL does not start here (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    private static PostgresqlCluster start(Path programs, String... settings) throws IOException {
        // initdb refuses root
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> as = root ? List.of("runuser", "-u", "postgres", "--") : List.of();
        Path folder =
                Path.of(run(as, "mktemp", "-d", "-t", "vvg-postgresql-XXXXXX").strip());
        Path data = folder.resolve("data");
        run(
                as,
                programs.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "vvg",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        int port = freePort();
        List<String> server = new ArrayList<>(List.of("sh", "-c", SUPERVISE, "supervise"));
        server.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString(), "-p", "" + port));
        List<String> all = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "unix_socket_directories="));
        all.addAll(Arrays.asList(settings));
        all.forEach(setting -> server.addAll(List.of("-c", setting)));
        Process supervisor = new ProcessBuilder(with(as, server.toArray(String[]::new)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        PostgresqlCluster cluster = new PostgresqlCluster(supervisor, port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cluster.close();
            TemporaryFolder.delete(folder);
        }));
        Awaitility.await("PostgreSQL answers").ignoreExceptions().until(() -> {
            cluster.execute("select 1");
            return true;
        });
        return cluster;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public String user() {
        return "vvg";
    }

    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), user(), null);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            supervisor.getOutputStream().close();
            supervisor.waitFor();
        } catch (IOException | InterruptedException e) {
            supervisor.destroyForcibly();
        }
    }

    private static Optional<Path> programs() {
        Stream<Path> path = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(debianFolders().stream(), path)
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
    }

    /** Debian keeps the server's programs out of the path, in a folder for each version. */
    private static List<Path> debianFolders() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String run(List<String> as, String... command) throws IOException {
        Process process = new ProcessBuilder(with(as, command))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command[0] + ": " + output);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output;
    }

    private static List<String> with(List<String> as, String... command) {
        return Stream.concat(as.stream(), Arrays.stream(command)).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
