package dev.viralvideo.project;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/**
 * Names this process among all workers: {@code host~pid~random}. The host part also tells apart boots and process
 * namespaces (containers) where Linux tells them, so that a pid is only looked up where it means something.
 */
public final class WorkerId {
    private static final String HERE = host();
    private static final String SELF = HERE + "~" + ProcessHandle.current().pid() + "~"
            + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);

    private WorkerId() {}

    public static String ofThisProcess() {
        return SELF;
    }

    /** True only if the worker's process certainly ended: it ran here and its pid is gone. */
    static boolean isDead(String worker) {
        OptionalLong pid = pidHere(worker);
        if (pid.isEmpty() || worker.equals(SELF)) {
            return false;
        }
        // our own pid under another name: an earlier process that had it, as pid 1 of a restarted container has
        return pid.getAsLong() == ProcessHandle.current().pid()
                || ProcessHandle.of(pid.getAsLong()).isEmpty();
    }

    private static OptionalLong pidHere(String worker) {
        String[] parts = worker.split("~");
        return parts.length == 3 && parts[0].equals(HERE) && parts[1].matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(parts[1]))
                : OptionalLong.empty();
    }

    private static String host() {
        CRC32 namespace = new CRC32();
        try {
            namespace.update(Files.readAllBytes(Path.of("/proc/sys/kernel/random/boot_id")));
            namespace.update(Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            // no Linux: the host name alone must do
        }
        return hostName().replaceAll("[^A-Za-z0-9.-]", "-") + "." + Long.toString(namespace.getValue(), 36);
    }

    private static String hostName() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name.length() > 63 ? name.substring(0, 63) : name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
