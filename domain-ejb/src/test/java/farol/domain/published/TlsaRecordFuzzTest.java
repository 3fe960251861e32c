package farol.domain.published;

import static farol.domain.published.CertificateOrder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.domain.shared.DomainName;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a record says, there is a verdict, and no server matches but the one it is of. */
class TlsaRecordFuzzTest {
  private static final TestAuthority AUTHORITY = TestAuthority.root("Root");
  private static final X509Certificate SERVER =
      AUTHORITY.sign(CertificateOrder.forServer("mx.example.com"));
  private static final PresentedChain CHAIN =
      new PresentedChain(List.of(SERVER, AUTHORITY.certificate()));
  private static final List<DomainName> NAMES = List.of(DomainName.parse("mx.example.com"));
  private static final List<TlsaRecord> MATCHING =
      Stream.of(0, 1)
          .flatMap(
              selector ->
                  Stream.of(0, 1, 2)
                      .flatMap(
                          matching ->
                              Stream.of(
                                  TlsaSample.of(3, selector, matching, SERVER),
                                  TlsaSample.of(2, selector, matching, AUTHORITY.certificate()))))
          .toList();
  private static final int NUMBERS = 3;

  @MethodSource("records")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void judgesAnyRecord(byte[] wire) {
    if (wire.length < NUMBERS) {
      return;
    }
    byte[] data = Arrays.copyOfRange(wire, NUMBERS, wire.length);
    TlsaRecord record = TlsaRecord.of(wire[0] & 0xff, wire[1] & 0xff, wire[2] & 0xff, data);

    assertThat(record.text()).matches("\\d+ \\d+ \\d+ (?:[0-9a-f]{2})*+");
    assertThat(Readings.check(TlsaRecords.read(List.of(record))).isPresent())
        .isEqualTo(record.isUsable());
    assertThat(record.matches(CHAIN, NAMES, NOW)).isEqualTo(MATCHING.contains(record));
  }

  static Stream<byte[]> records() {
    return MATCHING.stream().map(TlsaRecordFuzzTest::wire);
  }

  private static byte[] wire(TlsaRecord record) {
    byte[] data = HexFormat.of().parseHex(record.data());
    byte[] wire = new byte[NUMBERS + data.length];
    wire[0] = (byte) record.usage();
    wire[1] = (byte) record.selector();
    wire[2] = (byte) record.matching();
    System.arraycopy(data, 0, wire, NUMBERS, data.length);
    return wire;
  }
}
