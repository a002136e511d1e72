package org.contentpack.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.contentpack.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    private static AddressRule rule(String site) {
        return AddressRule.of(URI.create(site), false);
    }

    private static InetAddress[] address(String literal) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(literal)};
    }

    @BadInput("S1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "64:ff9b::7f00:1"
            })
    void aNameMayNotLeadInside(String literal) throws UnknownHostException {
        InetAddress[] inside = address(literal);

        assertThatThrownBy(() -> rule("https://site.example").allowed(inside))
                .isInstanceOf(AddressRule.NotAllowedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "2606:2800:220:1::1"})
    void aNameMayLeadOutside(String literal) throws UnknownHostException {
        InetAddress[] outside = address(literal);

        assertThat(rule("https://site.example").allowed(outside)).isEqualTo(outside);
    }

    @BadInput("S1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433",
                "http://0x7f.1",
                "http://0x7f000001",
                "http://127.1",
                "http://0177.0.0.1",
                "http://0"
            })
    void anAddressHasOneSpelling(String site) {
        assertThatThrownBy(() -> rule(site)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheConfigurationSpellsOutMayBeAnywhere() throws UnknownHostException {
        assertThat(rule("http://127.0.0.1:8080").allowed(address("127.0.0.1"))).hasSize(1);
        assertThat(rule("http://[::1]").allowed(address("::1"))).hasSize(1);
        assertThat(rule("http://localhost").allowed(address("127.0.0.1"))).hasSize(1);
    }

    @BadInput("S1")
    @Test
    void localhostIsThisMachineOnly() throws UnknownHostException {
        InetAddress[] other = address("10.0.0.1");

        assertThatThrownBy(() -> rule("http://localhost").allowed(other))
                .isInstanceOf(AddressRule.NotAllowedException.class);
        InetAddress[] loopback = address("127.0.0.1");
        assertThatThrownBy(() -> rule("http://site.localhost").allowed(loopback))
                .isInstanceOf(AddressRule.NotAllowedException.class);
    }

    @Test
    void aPrivateNetworkIsOpenedByTheConfigurationAndNoMore() throws UnknownHostException {
        AddressRule inside = AddressRule.of(URI.create("https://cms.intern.example"), true);

        assertThat(inside.allowed(address("10.1.2.3"))).hasSize(1);
        InetAddress[] metadata = address("169.254.169.254");
        assertThatThrownBy(() -> inside.allowed(metadata))
                .isInstanceOf(AddressRule.NotAllowedException.class);
    }

    @BadInput("S2")
    @Test
    void oneBadAddressAmongGoodOnesIsEnough() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")};

        assertThatThrownBy(() -> rule("https://site.example").allowed(both))
                .isInstanceOf(AddressRule.NotAllowedException.class)
                .hasMessage("\"site.example\" leads to 127.0.0.1");
    }
}
