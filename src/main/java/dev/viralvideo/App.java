package dev.viralvideo;

import dev.viralvideo.cli.Vvg;

/** Entry point. */
public final class App {
    private App() {}

    public static void main(String[] arguments) {
        System.exit(Vvg.run(Wiring::start, arguments));
    }
}
