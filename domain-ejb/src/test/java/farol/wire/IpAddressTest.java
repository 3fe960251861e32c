package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.25,                            203.0.113.25",
    "0.0.0.0,                                 0.0.0.0",
    "255.255.255.255,                         255.255.255.255",
    "2001:db8:abcd:0012::1,                   2001:db8:abcd:12::1",
    "2001:DB8:0:0:0:0:0:25,                   2001:db8::25",
    "2001:db8:0:1:1:1:1:1,                    2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1,                      2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1,                    2001:db8::1:0:0:1",
    "0:0:0:0:0:0:0:0,                         ::",
    "::,                                      ::",
    "::1,                                     ::1",
    "fe80::,                                  fe80::",
    "1:2:3:4:5:6:7::,                         1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8,                         0:2:3:4:5:6:7:8",
    "64:ff9b::192.0.2.33,                     64:ff9b::c000:221",
    "1:2:3:4:5:6:192.0.2.33,                  1:2:3:4:5:6:c000:221",
    "::ffff:192.0.2.33,                       192.0.2.33",
    "::ffff:c000:0221,                        192.0.2.33",
    "0000:0000:0000:0000:0000:ffff:255.255.255.255, 255.255.255.255",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void addressHasOneForm(String text, String canonical) {
    assertThat(IpAddress.canonical(text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "internal-db.corp.example",
        "256.0.0.1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        "1..2.3",
        "01.2.3.4",
        "1.2.3.0004",
        "1.2.3.-4",
        "1.2.3.+4",
        "1.2.3.4 ",
        "0x7f.0.0.1",
        "2130706433",
        "\u0661.2.3.4",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "1::2::3",
        "1:2:3:4:5:6:7:",
        ":1:2:3:4:5:6:7",
        "12345::",
        "g::",
        "fe80::1%eth0",
        "[::1]",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:192.0.2.33",
        "::ffff:192.0.2.256",
        "0000:0000:0000:0000:0000:0000:0000:0000:0000:0"
      })
  void anythingElseIsNoAddress(String text) {
    assertThat(IpAddress.canonical(text)).isNull();
  }
}
