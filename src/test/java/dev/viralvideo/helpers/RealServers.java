package dev.viralvideo.helpers;

/** The servers that tests start when they are installed. CI asks for the real ones: there a missing one is a failure. */
public final class RealServers {
    private RealServers() {}

    /** Says so, or throws where {@code VVG_TEST_REQUIRE_REAL=1}. */
    public static void missing(String what) {
        if ("1".equals(System.getenv("VVG_TEST_REQUIRE_REAL"))) {
            throw new IllegalStateException(what + ", and VVG_TEST_REQUIRE_REAL asks for it");
        }
        System.out.println(what + ": the tests that need it are left out");
    }
}
