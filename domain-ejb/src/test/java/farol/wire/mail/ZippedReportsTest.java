package farol.wire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.Bodies;
import farol.wire.RefusalCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A report that comes in a zip file is taken out of it, if it does not cost too much. */
class ZippedReportsTest {
  private static final byte[] TEXT = Bodies.utf8("some text");

  @ParameterizedTest
  @CsvSource({
    "application/zip, ",
    "application/x-zip-compressed, ",
    "application/octet-stream, application/octet-stream",
    "application/tlsrpt+gzip, application/tlsrpt+gzip",
    "text/plain, "
  })
  void isFound(String mediaType, @Nullable String passedOn) {
    MailReading.Found found = Mails.found(Mails.read(mail(part(mediaType, zip(Mails.REPORT)))));

    assertThat(found.report().body()).isEqualTo(Mails.REPORT);
    assertThat(found.report().contentType()).isEqualTo(passedOn);
    assertThat(found.envelope().fileName()).isEqualTo("report.zip");
    assertThat(found.several()).isFalse();
  }

  @Test
  void isFoundPackedOnceMoreAndBesideOtherFiles() {
    byte[] zip = zip(TEXT, Mails.PACKED, TEXT);

    assertThat(Mails.found(Mails.read(mail(part("application/zip", zip)))).report().body())
        .isEqualTo(Mails.PACKED);
  }

  @Test
  void isFoundBehindAnEntryThatCanNotBeRead() {
    byte[] zip = zip(ZipOutputStream.STORED, Mails.REPORT, Mails.PACKED);
    zip[100] ^= 1;

    MailReading.Found found = Mails.found(Mails.read(mail(part("application/zip", zip))));

    assertThat(found.report().body()).isEqualTo(Mails.PACKED);
    assertThat(found.several()).isFalse();
  }

  @Test
  void severalAreTold() {
    byte[] zip = zip(Mails.REPORT, Mails.PACKED);

    MailReading.Found found = Mails.found(Mails.read(mail(part("application/zip", zip))));

    assertThat(found.report().body()).isEqualTo(Mails.REPORT);
    assertThat(found.several()).isTrue();
  }

  static Stream<byte[]> withoutReport() {
    byte[] zip = zip(Mails.REPORT);
    byte[] encrypted = zip.clone();
    encrypted[6] |= 1;
    byte[] damaged = zip.clone();
    damaged[60] ^= 0x55;
    return Stream.of(
        zip(),
        zip(TEXT),
        zip(zip),
        zip(Mails.bytes(mail(Mails.packedReport()))),
        encrypted,
        damaged,
        Arrays.copyOf(zip, 80),
        zip(new byte[2 << 20]));
  }

  @ParameterizedTest
  @MethodSource("withoutReport")
  void otherZipFilesAreNoReport(byte[] zip) {
    Mails.nothing(Mails.read(mail(part("application/zip", zip))), RefusalCode.NO_REPORT_IN_MAIL);
  }

  @Test
  void otherZipFilesDoNotHideTheReport() {
    byte[] document = zip(Stream.generate(() -> TEXT).limit(100).toArray(byte[][]::new));
    String large = part("application/zip", zip(TEXT, new byte[2 << 20]));

    MailReading reading =
        Mails.read(mail(large, part("application/msword", document), Mails.packedReport()));

    assertThat(Mails.found(reading).report().body()).isEqualTo(Mails.PACKED);
  }

  @Test
  void inflatesNoMoreThanAMailMayHave() {
    byte[] report = report(10_000);
    String mail = mail(part("application/zip", zip(report)));

    assertThat(new MailReader(MailLimits.ofSize(10_000)).read(Mails.bytes(mail)))
        .isInstanceOf(MailReading.Found.class);
    Mails.nothing(
        new MailReader(MailLimits.ofSize(9_999)).read(Mails.bytes(mail)),
        RefusalCode.NO_REPORT_IN_MAIL);
  }

  @Test
  void reportsOfAllZipFilesCountTogether() {
    String part = part("application/zip", zip(report(5_000)));

    assertThat(new MailReader(MailLimits.ofSize(10_000)).read(Mails.bytes(mail(part, part))))
        .isInstanceOf(MailReading.Found.class);
    Mails.nothing(
        new MailReader(MailLimits.ofSize(10_000)).read(Mails.bytes(mail(part, part, part))),
        RefusalCode.BODY_TOO_LARGE);
  }

  static Stream<String> mails() {
    return Stream.of(zip(Mails.REPORT), zip(TEXT, Mails.PACKED))
        .map(zip -> mail(part("application/zip", zip)));
  }

  private static byte[] report(int size) {
    return Arrays.copyOf(Bodies.utf8(Bodies.smallReport() + " ".repeat(size)), size);
  }

  private static String mail(String... parts) {
    return Mails.multipart("mixed", "b", parts);
  }

  private static String part(String mediaType, byte[] zip) {
    return """
        Content-Type: %s; name=report.zip\r
        Content-Transfer-Encoding: base64\r
        \r
        %s"""
        .formatted(mediaType, Mails.base64(zip));
  }

  private static byte[] zip(byte[]... files) {
    return zip(ZipOutputStream.DEFLATED, files);
  }

  private static byte[] zip(int method, byte[]... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(method);
      for (int i = 0; i < files.length; i++) {
        ZipEntry entry = new ZipEntry("file" + i);
        entry.setSize(files[i].length);
        entry.setCrc(crc(files[i]));
        zip.putNextEntry(entry);
        zip.write(files[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
