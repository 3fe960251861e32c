package farol.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in which people keep old reports, as large as one likes. */
public final class ReportFiles {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder();

  private ReportFiles() {}

  /** A zip file of reports, each by itself and compressed. */
  public static Path zip(Path file, ReportMix mix, int reports) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (int i = 0; i < reports; i++) {
        byte[] body = mix.next().gzip();
        CRC32 check = new CRC32();
        check.update(body);
        ZipEntry entry = new ZipEntry(i / 1_000 + "/" + i + ".json.gz");
        entry.setSize(body.length);
        entry.setCompressedSize(body.length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(body);
        zip.closeEntry();
      }
    }
    return file;
  }

  /** A mailbox in one file: a mail for each report. */
  public static Path mbox(Path file, ReportMix mix, int reports) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int i = 0; i < reports; i++) {
        out.write("From tls@sender.example Thu Nov 19 04:05:06 2026\n".getBytes(US_ASCII));
        out.write(mail(mix.next().gzip()));
        out.write('\n');
      }
    }
    return file;
  }

  /** A mail with a report, unsigned, with lines as files have them. */
  static byte[] mail(byte[] gzip) {
    return """
        From: TLS reports <tls@sender.example>
        To: tlsrpt@example.com
        Date: Thu, 19 Nov 2026 04:05:06 +0000
        Message-ID: <%08x@sender.example>
        Subject: Report Domain: example.com Submitter: sender.example Report-ID: <1@sender.example>
        TLS-Report-Domain: example.com
        TLS-Report-Submitter: sender.example
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type="tlsrpt"; boundary="=_farol"

        --=_farol
        Content-Type: text/plain; charset="us-ascii"

        This is an aggregate TLS report from sender.example.

        --=_farol
        Content-Type: application/tlsrpt+gzip
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="sender.example!example.com!1!2.json.gz"

        %s

        --=_farol--
        """
        .formatted(Arrays.hashCode(gzip), LINES.encodeToString(gzip).replace("\r", ""))
        .getBytes(US_ASCII);
  }
}
