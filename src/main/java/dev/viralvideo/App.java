package dev.viralvideo;

/** Entry point. */
public final class App {
    private App() {}

    public static void main(String[] args) {}
}
