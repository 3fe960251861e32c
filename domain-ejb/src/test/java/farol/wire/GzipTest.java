package farol.wire;

import static farol.wire.Bodies.concat;
import static farol.wire.Bodies.gzip;
import static farol.wire.Bodies.smallReport;
import static farol.wire.Bodies.utf8;
import static farol.wire.ReadingAssert.accepted;
import static farol.wire.ReadingAssert.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gzip bodies, whole and damaged (RFC 1952). */
class GzipTest {
  private static final int HEADER_CRC = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final byte[] GOOD = gzip(utf8(smallReport()));

  @Test
  void headerMayCarryEveryOptionalField() {
    byte[] fields = {3, 0, 'a', 'b', 'c', 'n', 0, 'c', 0};
    byte[] header = header(EXTRA | NAME | COMMENT | HEADER_CRC, fields);

    accepted(read(concat(header, crc16(header), withoutHeader())));
  }

  @Test
  void wrongHeaderCrcIsRefused() {
    byte[] header = header(HEADER_CRC, new byte[0]);
    byte[] crc = crc16(header);
    crc[0] ^= 1;

    refused(read(concat(header, crc, withoutHeader())), RefusalCode.BAD_GZIP);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x20, 0x40, 0x80})
  void reservedFlagsAreRefused(int flag) {
    refused(read(concat(header(flag, new byte[0]), withoutHeader())), RefusalCode.BAD_GZIP);
  }

  @Test
  void anyOtherMethodThanDeflateIsRefused() {
    byte[] body = GOOD.clone();
    body[2] = 7;

    refused(read(body), RefusalCode.BAD_GZIP);
  }

  @Test
  void bytesMayBeTakenOneByOne() throws IOException {
    byte[] text = {0, (byte) 0xff, 127, -128};
    Allowance plenty = new Allowance(100, "bytes", RefusalCode.DECODED_TOO_LARGE);

    try (GzipStream inflated = new GzipStream(new ByteSource(gzip(text)), 1, plenty);
        ByteSource plain = new ByteSource(text)) {
      for (byte octet : text) {
        assertThat(inflated.read()).isEqualTo(octet & 0xff);
        assertThat(plain.read()).isEqualTo(octet & 0xff);
      }
      assertThat(inflated.read()).isEqualTo(-1);
      assertThat(plain.read()).isEqualTo(-1);
    }
  }

  @Test
  void bodyThatEndsAnywhereIsRefused() {
    for (int length = 2; length < GOOD.length; length++) {
      refused(read(Arrays.copyOf(GOOD, length)), RefusalCode.BAD_GZIP);
    }
  }

  @Test
  void wrongLengthIsRefused() {
    byte[] body = GOOD.clone();
    body[body.length - 1] ^= 1;

    refused(read(body), RefusalCode.BAD_GZIP);
  }

  @Test
  void wrongChecksumIsRefusedHoweverMuchOfTheReportWasRead() {
    byte[] body = GOOD.clone();
    body[body.length - 8] ^= 1;

    refused(read(body), RefusalCode.BAD_GZIP);
  }

  @Test
  void wrongChecksumOutweighsBadJsonInside() {
    byte[] body = gzip(utf8("{oops"));
    body[body.length - 8] ^= 1;

    refused(read(body), RefusalCode.BAD_GZIP);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 5_000, 20_000})
  void wrongEncodingOutweighsBadJsonHoweverFarApartTheyAre(int distance) {
    byte[] body = concat(utf8("{oops" + " ".repeat(distance)), new byte[] {(byte) 0xff});

    refused(Bodies.read(body, null, null), RefusalCode.BAD_UTF8);
    refused(read(gzip(body)), RefusalCode.BAD_UTF8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 5_000, 20_000})
  void wrongChecksumOutweighsWrongEncoding(int distance) {
    byte[] wrong = {(byte) 0xff};
    byte[] body = gzip(concat(wrong, utf8(" ".repeat(distance)), wrong));
    body[body.length - 8] ^= 1;

    refused(read(body), RefusalCode.BAD_GZIP);
  }

  @Test
  void badJsonInGoodGzipIsBadJson() {
    refused(read(gzip(utf8("{oops"))), RefusalCode.BAD_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u001f", "\u001fx", "{}"})
  void nothingMayFollowTheLastMember(String garbage) {
    refused(read(concat(GOOD, utf8(garbage))), RefusalCode.TRAILING_DATA);
  }

  @Test
  void reportMayBeSplitOverMembersAnywhere() {
    byte[] json = utf8(smallReport());
    byte[] first = gzip(Arrays.copyOf(json, 100));
    byte[] second = gzip(Arrays.copyOfRange(json, 100, json.length));

    accepted(read(concat(first, gzip(new byte[0]), second)));
  }

  @Test
  void nothingCompressedIsAnEmptyBody() {
    refused(read(gzip(new byte[0])), RefusalCode.EMPTY_BODY);
  }

  @Test
  void nothingIsInflatedBeyondTheFirstByteThatIsTooMuch() throws IOException {
    byte[] target = new byte[100];
    Arrays.fill(target, (byte) 'x');
    Allowance four = new Allowance(4, "bytes", RefusalCode.DECODED_TOO_LARGE);

    try (GzipStream stream = new GzipStream(new ByteSource(GOOD), 1, four)) {
      assertThatThrownBy(() -> stream.read(target, 0, target.length))
          .isInstanceOf(RefusedException.class);
    }

    assertThat(Arrays.copyOf(target, 6)).asString(UTF_8).isEqualTo("{\"orgx");
  }

  private static Reading read(byte[] body) {
    return Bodies.read(body, "application/tlsrpt+gzip", null);
  }

  private static byte[] header(int flags, byte[] fields) {
    byte[] header = Arrays.copyOf(GOOD, 10);
    header[3] = (byte) flags;
    return concat(header, fields);
  }

  private static byte[] withoutHeader() {
    return Arrays.copyOfRange(GOOD, 10, GOOD.length);
  }

  private static byte[] crc16(byte[] header) {
    CRC32 crc = new CRC32();
    crc.update(header);
    return new byte[] {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
  }
}
