package dev.viralvideo.integration;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between the service and the broker and cuts the connection at the worst moment: it swallows an
 * acknowledgement, so that one side has done its part and the other never hears of it.
 */
final class CuttingProxy implements AutoCloseable {
    /** Whose acknowledgement is swallowed: the broker's is a confirm, the service's is that of a topic. */
    enum Side {
        BROKER,
        SERVICE
    }

    private static final int PREAMBLE = 8; // "AMQP" and the version, from the service only
    private static final int FRAME_HEADER = 7; // type, channel, size
    private static final byte METHOD = 1;
    private static final int BASIC_ACK = 60 << 16 | 80;

    private final ServerSocket server;
    private final int broker;
    private final AtomicReference<Side> armed = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int broker) throws IOException {
        this.broker = broker;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next acknowledgement of this side is the last frame of its connection, and does not arrive. */
    void cutInsteadOfAck(Side side) {
        armed.set(side);
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket service = server.accept();
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), broker);
            daemon(() -> pump(Side.SERVICE, service, behind));
            daemon(() -> pump(Side.BROKER, behind, service));
        }
    }

    private void pump(Side side, Socket from, Socket to) throws IOException {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            if (side == Side.SERVICE) {
                out.write(in.readNBytes(PREAMBLE));
            }
            while (true) {
                byte[] frame = frame(in);
                if (isAck(frame) && armed.compareAndSet(side, null)) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(frame);
            }
        }
    }

    private static byte[] frame(DataInputStream in) throws IOException {
        byte[] header = new byte[FRAME_HEADER];
        in.readFully(header);
        int rest = ByteBuffer.wrap(header).getInt(3) + 1; // and the end mark
        byte[] frame = ByteBuffer.allocate(FRAME_HEADER + rest).put(header).array();
        in.readFully(frame, FRAME_HEADER, rest);
        return frame;
    }

    private static boolean isAck(byte[] frame) {
        return frame[0] == METHOD && ByteBuffer.wrap(frame).getInt(FRAME_HEADER) == BASIC_ACK;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // one of the two sides has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
