package farol.wire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.Bodies;
import farol.wire.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** Mails for tests: real ones, and small ones that are written line by line. */
public final class Mails {
  /** A report, as a mail's part carries it. */
  static final byte[] REPORT = Bodies.utf8(Bodies.smallReport());

  static final byte[] PACKED = Bodies.gzip(REPORT);

  private static final MailReader READER = new MailReader(MailLimits.ofSize(1 << 20));

  private Mails() {}

  /** The names of all real mails. */
  public static Stream<String> names() {
    return Bodies.index("mails/INDEX.tsv").stream().map(columns -> columns[0]);
  }

  public static byte[] file(String name) {
    return Bodies.file("mails/" + name);
  }

  /** Lines of a mail; an empty one ends a header. */
  static byte[] mail(String... lines) {
    return bytes(String.join("\r\n", lines));
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** In lines of 76 characters, as mail programs write it. */
  public static String base64(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes);
  }

  /** A multipart with the given parts, the header of the multipart first. */
  public static String multipart(String subtype, String boundary, String... parts) {
    StringBuilder mail = new StringBuilder();
    mail.append("Content-Type: multipart/%s; boundary=\"%s\"\r\n\r\n".formatted(subtype, boundary));
    for (String part : parts) {
      mail.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
    }
    return mail.append("--").append(boundary).append("--\r\n").toString();
  }

  public static String text(String text) {
    return "Content-Type: text/plain\r\n\r\n" + text;
  }

  /** A part with the packed report, as most senders write it. */
  public static String packedReport() {
    return """
    Content-Type: application/tlsrpt+gzip\r
    Content-Transfer-Encoding: base64\r
    \r
    """
        + base64(PACKED);
  }

  static MailReading read(byte[] mail) {
    return READER.read(mail);
  }

  static MailReading read(String mail) {
    return read(bytes(mail));
  }

  static MailReading.Found found(MailReading reading) {
    assertThat(reading).isInstanceOf(MailReading.Found.class);
    return (MailReading.Found) reading;
  }

  static void nothing(MailReading reading, RefusalCode code) {
    assertThat(reading).isInstanceOf(MailReading.Nothing.class);
    assertThat(((MailReading.Nothing) reading).code()).isEqualTo(code);
  }
}
