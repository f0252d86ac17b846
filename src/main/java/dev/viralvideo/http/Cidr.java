package dev.viralvideo.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses of one family, such as {@code 10.0.0.0/8} or {@code fe80::/10}. */
record Cidr(byte[] network, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException when the text is no address or range; names are never looked up */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!isLiteral(address)) {
            throw new IllegalArgumentException("'" + text + "' is not an address or a range such as 10.0.0.0/8");
        }
        try {
            byte[] network = InetAddress.getByName(address).getAddress();
            int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > network.length * 8) {
                throw new IllegalArgumentException("'" + text + "' has a prefix length out of range");
            }
            return new Cidr(network, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a range such as 10.0.0.0/8", e);
        }
    }

    static boolean isLiteral(String text) {
        return LITERAL.matcher(text).matches();
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int shift = network.length * 8 - bits;
        return new BigInteger(1, address).shiftRight(shift).equals(new BigInteger(1, network).shiftRight(shift));
    }
}
