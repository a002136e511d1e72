package org.contentpack.sync.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Which addresses a site may have. A site in the configuration may be anywhere that the
 * configuration itself spells out; a name may lead to public addresses only, whatever a name server
 * says today, unless the target says that its site is in a private network.
 *
 * @param host as configured
 * @param inPrivateNetwork whether names may lead to private addresses too
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA IPv4
 *     Special-Purpose Address Registry</a>, and the one of IPv6
 */
record AddressRule(String host, boolean inPrivateNetwork) {

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    /** Anything that a resolver could read as a number: {@code 2130706433}, {@code 0x7f.1}. */
    private static final Pattern NUMERIC = Pattern.compile("(?i)[0-9.]+|0x[0-9a-fx.]+");

    AddressRule {
        if (NUMERIC.matcher(host).matches() && !IPV4.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "an address must be written as four decimal numbers: \"" + host + "\"");
        }
    }

    static AddressRule of(URI site, boolean inPrivateNetwork) {
        return new AddressRule(site.getHost(), inPrivateNetwork);
    }

    private boolean isSpelledOut() {
        return IPV4.matcher(host).matches() || host.startsWith("[");
    }

    /** The addresses to connect to. */
    InetAddress[] allowed(InetAddress[] resolved) throws UnknownHostException {
        for (InetAddress address : resolved) {
            if (!isAllowed(address)) {
                throw new NotAllowedException(
                        "\"" + host + "\" leads to " + address.getHostAddress());
            }
        }
        return resolved;
    }

    private boolean isAllowed(InetAddress address) {
        if (isSpelledOut()) {
            return true;
        }
        if (host.equals("localhost")) {
            return address.isLoopbackAddress();
        }
        boolean isPrivate = address.isSiteLocalAddress() || isUniqueLocal(address);
        return (isPrivate || address.isLoopbackAddress()) ? inPrivateNetwork : isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean isShared = first == 100 && second >= 64 && second < 128;
        boolean isProtocol = first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2);
        boolean isTest =
                (first == 198 && (second == 18 || second == 19 || second == 51))
                        || (first == 203 && second == 0 && bytes[2] == 113);
        return first != 0 && first < 240 && !isShared && !isProtocol && !isTest;
    }

    /** Only global unicast, and of that nothing in which an IPv4 address hides. */
    private static boolean isPublic6(byte[] bytes) {
        boolean isGlobal = (bytes[0] & 0xe0) == 0x20;
        int head = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        boolean is6to4 = head == 0x2002;
        boolean isTeredo = head == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        boolean isDocumentation =
                head == 0x2001 && (bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8;
        return isGlobal && !is6to4 && !isTeredo && !isDocumentation;
    }

    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /** The name leads where it may not. */
    static final class NotAllowedException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotAllowedException(String message) {
            super(message);
        }
    }
}
