package dev.viralvideo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2001:db8::1",
                "2001::1",
                "::7f00:1"
            })
    void refusesWhatIsNotThePublicInternet(String address) throws Exception {
        assertThat(AddressPolicy.publicOnly().permits("media.example", 443, InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1", "2002:808:808::"})
    void permitsThePublicInternet(String address) throws Exception {
        assertThat(AddressPolicy.publicOnly().permits("media.example", 443, InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.0/24, anything, 80, 192.168.1.7, true",
        "192.168.1.0/24, anything, 80, 192.168.2.7, false",
        "127.0.0.1, anything, 80, 127.0.0.1, true",
        "kokoro.lan, kokoro.lan, 8880, 10.0.0.5, true",
        "kokoro.lan, KOKORO.lan, 8880, 10.0.0.5, true",
        "kokoro.lan:8880, kokoro.lan, 8880, 10.0.0.5, true",
        "kokoro.lan:8880, kokoro.lan, 22, 10.0.0.5, false",
        "kokoro.lan, evil.example, 8880, 10.0.0.5, false",
        "cafe:8880, cafe, 8880, 10.0.0.5, true",
        "127.0.0.1:11434, 127.0.0.1, 11434, 127.0.0.1, true",
        "127.0.0.1:11434, evil.example, 11434, 127.0.0.1, false",
        "[::1]:8880, [::1], 8880, ::1, true",
        "fe80::/10, anything, 80, fe80::5, true"
    })
    void permitsWhatTheOperatorAllowed(String entry, String host, int port, String address, boolean expected)
            throws Exception {
        AddressPolicy policy = AddressPolicy.publicOnly().allowing(List.of(entry));
        assertThat(policy.permits(host, port, InetAddress.getByName(address))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "http://localhost", "a b", "", "10.0.0.0/", "*"})
    void saysWhichEntryCannotBeRead(String entry) {
        assertThatThrownBy(() -> AddressPolicy.publicOnly().allowing(List.of(entry)))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("'" + entry + "'");
    }
}
