package farol.domain.published;

import static farol.domain.published.CertificateOrder.NOW;
import static farol.domain.published.CertificateOrder.forServer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.published.Finding.Severity;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsaRecordsTest {
  private static final X509Certificate SERVER = forServer("mx.example.com").selfSigned();
  private static final X509Certificate NEXT = forServer("mx.example.com").selfSigned();

  /** Records by their parameters; {@code !} stands for data that cannot be. */
  @ParameterizedTest
  @CsvSource({
    "'',                NONE",
    "3 1 1,             VALID NO_ROLLOVER_RECORD",
    "3 1 1|3 1 1,       VALID",
    "3 1 1|2 1 1,       VALID",
    "3 1 1|2 0 1,       VALID",
    "3 0 1|3 0 1,       VALID CHANGES_WITH_RENEWAL",
    "3 1 2|3 1 2,       VALID NO_SHA_256",
    "3 1 1|3 1 2,       VALID",
    "3 1 1|3 1 1|3 1 2, VALID UNEVEN_DIGESTS",
    "3 1 1|3 1 1|2 1 2, VALID",
    "3 1 1|3 1 1|3 1 0, VALID FULL_DATA",
    "3 1 0|3 1 0,       VALID FULL_DATA",
    "3 1 1|0 1 1,       VALID UNUSABLE_USAGE NO_ROLLOVER_RECORD",
    "3 1 1|3 1 1|3 9 1, VALID UNUSABLE_SELECTOR",
    "0 1 1|1 0 1,       INVALID_ALL_UNUSABLE UNUSABLE_USAGE UNUSABLE_USAGE",
    "3 1 1!,            INVALID_ALL_UNUSABLE INVALID_DIGEST_LENGTH",
    "3 1 9,             INVALID_ALL_UNUSABLE UNUSABLE_MATCHING_TYPE",
  })
  void saysWhatSendersMakeOfThem(String parameters, String codes) {
    RecordReading<TlsaRecords> reading = TlsaRecords.read(records(parameters));

    assertThat(reading.findings()).extracting(Finding::code).containsExactly(codes.split(" ", -1));
    assertThat(reading.record().isPresent()).isEqualTo(reading.verdict().equals("VALID"));
  }

  @Test
  void absenceIsNoError() {
    assertThat(TlsaRecords.read(List.of()).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void unusableRecordsAreQuotedInShort() {
    TlsaRecord huge = TlsaRecord.of(3, 1, 1, new byte[60_000]);

    assertThat(TlsaRecords.read(List.of(huge)).findings())
        .allSatisfy(finding -> assertThat(finding.message()).hasSizeLessThan(250));
  }

  @Test
  void keepsTheRecordsThatCanBeUsed() {
    TlsaRecord usable = key(SERVER);

    assertThat(TlsaRecords.read(List.of(new TlsaRecord(0, 1, 1, usable.data()), usable)).record())
        .contains(new TlsaRecords(List.of(usable)));
  }

  @Test
  void findsTheRecordByWhichAServerIsKnown() {
    TlsaRecords records = new TlsaRecords(List.of(key(NEXT), key(SERVER)));

    assertThat(records.match(chain(SERVER), List.of(), NOW)).contains(key(SERVER));
    assertThat(records.match(chain(NEXT), List.of(), NOW)).contains(key(NEXT));
    assertThat(records.match(chain(forServer("mx.example.com").selfSigned()), List.of(), NOW))
        .isEmpty();
  }

  @Test
  void strongerDigestMakesSendersIgnoreTheOther() {
    TlsaRecord strong = TlsaSample.of(3, 1, 2, NEXT);
    TlsaRecord ofCertificate = TlsaSample.of(3, 0, 1, SERVER);
    TlsaRecord whole = TlsaSample.of(3, 1, 0, SERVER);

    assertThat(new TlsaRecords(List.of(key(SERVER), strong)).match(chain(SERVER), List.of(), NOW))
        .isEmpty();
    assertThat(new TlsaRecords(List.of(ofCertificate, strong)).match(chain(SERVER), List.of(), NOW))
        .as("a digest of something else stays")
        .contains(ofCertificate);
    assertThat(new TlsaRecords(List.of(whole, strong)).match(chain(SERVER), List.of(), NOW))
        .as("the thing itself stays")
        .contains(whole);
  }

  @Test
  void areMadeOfUsableRecordsOnly() {
    assertThatThrownBy(() -> new TlsaRecords(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TlsaRecords(List.of(new TlsaRecord(0, 1, 1, "00"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<TlsaRecord> records(String all) {
    List<TlsaRecord> records = new ArrayList<>();
    for (String one : all.isEmpty() ? new String[0] : all.split("\\|", -1)) {
      boolean bad = one.endsWith("!");
      int[] numbers =
          Arrays.stream(one.replace("!", "").split(" ", -1)).mapToInt(Integer::parseInt).toArray();
      records.add(
          TlsaRecord.of(numbers[0], numbers[1], numbers[2], bad ? new byte[1] : data(numbers[2])));
    }
    return records;
  }

  private static byte[] data(int matching) {
    return matching == TlsaRecord.FULL ? Certificates.key(SERVER) : new byte[32 * matching];
  }

  private static TlsaRecord key(X509Certificate certificate) {
    return TlsaSample.of(3, 1, 1, certificate);
  }

  private static PresentedChain chain(X509Certificate certificate) {
    return new PresentedChain(List.of(certificate));
  }
}
