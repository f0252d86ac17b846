package dev.viralvideo.ops.route;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.OpenFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the folders of routes while a service runs: a new file's routes join, a changed file's replace the old ones, a
 * deleted file's go; nothing else is touched. A file counts when it has not changed between two looks and nobody has it
 * open for writing. One that is broken leaves what ran before running.
 */
public final class LiveRoutes implements AutoCloseable {
    static final String ENDING = ".camel.yaml";
    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

    private final List<Path> folders;
    private final RouteSwap swap;
    private final Rehearsal rehearsal;
    private final Map<Path, RouteFile> running = new HashMap<>();
    private final Map<Path, Stamp> seen = new HashMap<>();
    private final Map<Path, Stamp> settled = new HashMap<>();
    private final Map<Path, String> broken = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "routes-watch");
        thread.setDaemon(true);
        return thread;
    });

    private record Stamp(long size, long modified) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
        }
    }

    /**
     * @param folders   whose files are loaded already
     * @param templates the folder of the route templates, which count from the next start
     * @param check     throws when the route of this id, which was just loaded, would be of no use
     */
    public LiveRoutes(CamelContext camel, List<Path> folders, Path templates, Consumer<String> check) {
        this.folders = List.copyOf(folders);
        this.swap = new RouteSwap(camel, check);
        this.rehearsal = new Rehearsal(camel, templates);
        stamps().forEach((file, stamp) -> {
            settled.put(file, stamp);
            read(file).ifPresent(read -> running.put(file, read));
        });
        broken.clear(); // what Camel loaded at the start, it loaded
        seen.putAll(settled);
    }

    public LiveRoutes every(Duration period) {
        watch.scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** What is wrong with which file, in words for an operator. */
    public List<String> problems() {
        return List.copyOf(broken.values());
    }

    /** How many files run. */
    public synchronized int files() {
        return running.size();
    }

    void look() {
        try {
            apply(stamps());
        } catch (RuntimeException e) {
            LOG.error("cannot look for changed routes", e);
        }
    }

    private synchronized void apply(Map<Path, Stamp> now) {
        List<Path> gone = new ArrayList<>(settled.keySet());
        gone.removeAll(now.keySet());
        gone.forEach(this::remove);
        now.forEach((file, stamp) -> {
            boolean still = stamp.equals(seen.put(file, stamp));
            if (still && !stamp.equals(settled.get(file)) && !OpenFiles.isBeingWritten(file)) {
                settled.put(file, stamp);
                load(file);
            }
        });
        seen.keySet().retainAll(now.keySet());
    }

    private void remove(Path file) {
        settled.remove(file);
        broken.remove(file);
        RouteFile before = running.remove(file);
        if (before == null) {
            return;
        }
        try {
            swap.remove(before.ids());
            LOG.info("{} is gone, and with it {}", file.getFileName(), before.ids());
        } catch (Exception e) {
            LOG.error("the routes {} of a deleted file cannot be removed", before.ids(), e);
        }
    }

    private void load(Path file) {
        read(file).ifPresent(read -> {
            try {
                if (isSame(read)) {
                    broken.remove(file);
                    return;
                }
                refuseTaken(read);
                rehearsal.of(read);
                put(read);
                broken.remove(file);
                LOG.info("{} is loaded: {}", file.getFileName(), read.ids());
            } catch (Exception e) {
                tell(file, RouteFile.bad(file, reason(e), e));
            }
        });
    }

    /** Touched, or a broken version taken back: what runs need not stop for it. */
    private boolean isSame(RouteFile file) {
        RouteFile before = running.get(file.path());
        return before != null && before.text().equals(file.text());
    }

    private void put(RouteFile file) throws Exception {
        RouteFile before = running.get(file.path());
        if (before == null) {
            swap.add(file);
        } else {
            swap.replace(before, file);
        }
        running.put(file.path(), file);
    }

    private Optional<RouteFile> read(Path file) {
        try {
            return Optional.of(RouteFile.read(file));
        } catch (Failure.Configuration e) {
            tell(file, e);
            return Optional.empty();
        }
    }

    private void refuseTaken(RouteFile file) {
        RouteFile before = running.get(file.path());
        for (String id : file.ids()) {
            if (swap.isThere(id) && (before == null || !before.ids().contains(id))) {
                throw new IllegalArgumentException("there is a route " + id + " already");
            }
        }
    }

    private void tell(Path file, Failure problem) {
        if (!problem.getMessage().equals(broken.put(file, problem.getMessage()))) {
            LOG.warn(problem.getMessage());
        }
    }

    private static String reason(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(LiveRoutes::isRoutes)
                        .forEach(file -> stamp(file).ifPresent(stamp -> stamps.put(file, stamp)));
            } catch (NoSuchFileException e) {
                LOG.debug("there is no folder {}", folder);
            } catch (IOException e) {
                // not: all its files are gone
                throw new UncheckedIOException(e);
            }
        }
        return stamps;
    }

    /** Empty when it has gone since its folder was listed. */
    private static Optional<Stamp> stamp(Path file) {
        try {
            return Optional.of(Stamp.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isRoutes(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
