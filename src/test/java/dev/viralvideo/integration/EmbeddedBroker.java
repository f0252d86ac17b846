package dev.viralvideo.integration;

final class EmbeddedBroker implements TestBroker {
    public void start() {
        throw new UnsupportedOperationException();
    }

    public void kill() {}

    public int port() {
        return 0;
    }

    public String name() {
        return "";
    }
}
