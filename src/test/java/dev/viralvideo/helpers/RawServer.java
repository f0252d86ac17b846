package dev.viralvideo.helpers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that says byte for byte what a test wants, lies included: one prepared answer a connection. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();

    public RawServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    public RawServer answer(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Head lines and a body; then the connection is closed, whether or not the body was whole. */
    public RawServer answer(String head, byte[] body, int from, int to) {
        return answer(out -> {
            out.write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, from, to - from);
        });
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String url(String path) {
        return "http://localhost:" + port() + path;
    }

    /** The lines of the request heads so far. */
    public List<List<String>> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                readHead(connection);
                Answer answer = answers.poll();
                if (answer != null) {
                    answer.write(connection.getOutputStream());
                    connection.getOutputStream().flush();
                }
            } catch (IOException e) {
                // the client went away, or the test ended
            }
        }
    }

    private void readHead(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            lines.add(line);
        }
        requests.add(lines);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Writes one answer. */
    public interface Answer {
        void write(OutputStream out) throws IOException;
    }
}
