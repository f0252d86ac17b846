package dev.viralvideo.api;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests byte for byte as they are written, which no proper client would send. */
final class Raw {
    private static final int PATIENCE_MILLIS = 20_000;

    private Raw() {}

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    static String get(ApiRig api, String path) throws IOException {
        return send(
                api,
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + api.writer
                        + "\r\nConnection: close\r\n\r\n");
    }

    /** The whole answer, up to the end of the connection. */
    static String send(ApiRig api, String request) throws IOException {
        try (Socket socket = connect(api.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
