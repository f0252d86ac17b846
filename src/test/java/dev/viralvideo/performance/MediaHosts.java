package dev.viralvideo.performance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.viralvideo.video.Footage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Stand-ins for the five hosted providers and their media hosts, each of which takes its time for every answer. What is
 * asked for is found: works with the query for their title, each search with works of its own.
 */
final class MediaHosts implements AutoCloseable {
    static final List<String> PROVIDERS = List.of("pexels", "pixabay", "unsplash", "openverse", "wikimedia-commons");

    private static final int FILES = 45;
    private static final Pattern QUERY = Pattern.compile("(?:query|q|gsrsearch)=([^&]*)");

    private final int latencyMillis;
    private final int works;
    private final HttpServer server;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ServerSocket silent;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<byte[]> clips = new ArrayList<>();
    private final List<byte[]> stills = new ArrayList<>();
    private final Map<String, Integer> files = new ConcurrentHashMap<>();

    /**
     * @param works  that each search finds
     * @param folder for the clips and stills that the media hosts serve, or null when nothing will be fetched
     */
    MediaHosts(int latencyMillis, int works, Path folder) throws IOException {
        this.latencyMillis = latencyMillis;
        this.works = works;
        for (int i = 0; folder != null && i < FILES; i++) {
            clips.add(Files.readAllBytes(clip(folder, i)));
            stills.add(Files.readAllBytes(picture(folder, i, "jpg", 1000, 1500)));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(pool);
        server.createContext("/", this::answer);
        server.start();
        silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        pool.execute(this::keepSilent);
    }

    /** So that the provider files lead here; {@code dead} is one of them that never answers, or null. */
    Map<String, String> settings(String dead) {
        Map<String, String> settings = new HashMap<>();
        for (String provider : PROVIDERS) {
            int port = provider.equals(dead) ? silent.getLocalPort() : port();
            settings.put("vvg.provider." + provider + ".base", "http://localhost:" + port + "/" + provider);
            settings.put("vvg.provider." + provider + ".enabled", "true");
        }
        return settings;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Requests that the dead provider was sent. */
    int unanswered() {
        return unanswered.get();
    }

    private void keepSilent() {
        List<Object> open = new ArrayList<>();
        try {
            while (true) {
                open.add(silent.accept());
                unanswered.incrementAndGet();
            }
        } catch (IOException e) {
            open.clear(); // closed: the bench is over
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean clip = path.startsWith("/clip/");
        byte[] body = clip || path.startsWith("/still/")
                ? (clip ? clips : stills).get(file(path))
                : found(path, exchange.getRequestURI().getRawQuery()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add(
                        "Content-Type",
                        clip ? "video/mp4" : path.startsWith("/still/") ? "image/jpeg" : "application/json");
        try {
            Thread.sleep(latencyMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Works that are asked for one after the other show different things. */
    private int file(String path) {
        return files.computeIfAbsent(path.replaceAll("\\D", ""), work -> files.size() % FILES);
    }

    private String found(String path, String question) {
        Matcher query = QUERY.matcher(question);
        String asked = query.find() ? query.group(1).replaceAll("%[0-9A-F]{2}|[^A-Za-z0-9]+", "-") : "";
        String title =
                asked.replaceAll("filetype-[a-z]+|filemime-[a-z]+-jpeg", "").replaceAll("^-+|-+$", "");
        if (path.startsWith("/pexels/videos")) {
            return list(
                    "clip/%d.mp4",
                    "{\"videos\":[%s]}",
                    "{\"id\":%1$d,\"width\":720,\"height\":1280,\"duration\":3,\"url\":\"https://www.pexels.com/video/%2$s-%1$d/\","
                            + "\"user\":{\"name\":\"A\"},\"video_files\":[{\"file_type\":\"video/mp4\",\"width\":720,\"height\":1280,\"link\":\"%3$s\"}]}",
                    title);
        }
        if (path.startsWith("/pixabay/videos")) {
            return list(
                    "clip/%d.mp4",
                    "{\"hits\":[%s]}",
                    "{\"id\":%1$d,\"pageURL\":\"https://pixabay.com/videos/id-%1$d/\",\"tags\":\"%2$s\",\"duration\":3,\"user\":\"a\",\"user_id\":1,"
                            + "\"videos\":{\"medium\":{\"url\":\"%3$s\",\"width\":1280,\"height\":720,\"size\":1000}}}",
                    title);
        }
        if (path.startsWith("/unsplash")) {
            return list(
                    "still/%d.jpg",
                    "{\"results\":[%s]}",
                    "{\"id\":\"u%1$d\",\"width\":4000,\"height\":6000,\"alt_description\":\"%2$s\",\"urls\":{\"raw\":\"%3$s?x=1\"},"
                            + "\"links\":{\"html\":\"https://unsplash.com/photos/%1$d\"},\"user\":{\"name\":\"A\",\"links\":{\"html\":\"https://unsplash.com/@a\"}}}",
                    title);
        }
        if (path.startsWith("/openverse")) {
            return list(
                    "still/%d.jpg",
                    "{\"results\":[%s]}",
                    "{\"id\":\"o%1$d\",\"title\":\"%2$s\",\"url\":\"%3$s\",\"width\":1000,\"height\":1500,\"creator\":\"A\",\"license\":\"by\","
                            + "\"license_version\":\"4.0\",\"foreign_landing_url\":\"https://example.org/%1$d\"}",
                    title);
        }
        if (path.startsWith("/wikimedia")) {
            return list(
                    "still/%d.jpg",
                    "{\"query\":{\"pages\":[%s]}}",
                    "{\"pageid\":%1$d,\"index\":%1$d,\"title\":\"File:%2$s %1$d.jpg\",\"imageinfo\":[{\"width\":1000,\"height\":1500,\"mime\":\"image/jpeg\","
                            + "\"mediatype\":\"BITMAP\",\"url\":\"%3$s\",\"thumburl\":\"%3$s\",\"thumbwidth\":1000,\"thumbheight\":1500,"
                            + "\"descriptionurl\":\"https://commons.wikimedia.org/%1$d\",\"extmetadata\":{\"LicenseShortName\":{\"value\":\"CC0\"}}}]}",
                    title);
        }
        return "{\"photos\":[],\"hits\":[]}";
    }

    private String list(String file, String whole, String one, String title) {
        int first = Math.floorMod(title.hashCode(), 1_000_000) * 10;
        return String.format(
                Locale.ROOT,
                whole,
                IntStream.range(first, first + works)
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                one,
                                i,
                                title,
                                "http://localhost:" + port() + "/" + String.format(file, i)))
                        .collect(Collectors.joining(",")));
    }

    /** Blobs at places of their own, so that nobody takes one picture for another. */
    private static Path picture(Path folder, int number, String format, int width, int height) throws IOException {
        Random random = new Random(number + (long) width * FILES);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            int size = 80 + random.nextInt(400);
            pen.fillOval(random.nextInt(width) - size / 2, random.nextInt(height) - size / 2, size, size);
        }
        pen.dispose();
        Path file = folder.resolve("picture-" + number + "." + format);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }

    private static Path clip(Path folder, int number) throws IOException {
        Path png = picture(folder, number, "png", 720, 1280);
        return Footage.make(
                folder.resolve("clip-" + number + ".mp4"),
                "-loop",
                "1",
                "-framerate",
                "25",
                "-i",
                "file:" + png,
                "-t",
                "3",
                "-pix_fmt",
                "yuv420p",
                "-preset",
                "ultrafast");
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        silent.close();
        pool.shutdownNow();
    }
}
