package dev.viralvideo.ops;

import java.io.IOException;
import java.nio.file.Path;

/** Key stores with a certificate that nobody else trusts, made by the JDK's own tool. */
public final class TestKeyStore {
    public static final String PASSWORD = "only for tests";

    private TestKeyStore() {}

    /** @param name that the certificate is for */
    public static Path in(Path folder, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        Path log = folder.resolve(name + ".log");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "vvg",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit + ", see " + log);
        }
        return file;
    }
}
