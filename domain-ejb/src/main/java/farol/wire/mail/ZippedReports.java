package farol.wire.mail;

import farol.wire.ReportReader;
import farol.wire.packed.BrokenException;
import farol.wire.packed.PackedEntry;
import farol.wire.packed.Source;
import farol.wire.packed.ZipEntries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The reports in a zip file that a mail carries; as a rule there is one. Office documents are zip
 * files, too, so what else is in it only must not be too much.
 */
final class ZippedReports {
  private static final int HEAD = 512;

  private final Budget budget;
  private final List<byte[]> reports = new ArrayList<>();

  private ZippedReports(Budget budget) {
    this.budget = budget;
  }

  /** Those that can be read, before what is beyond the limits or nowhere to be found. */
  static List<byte[]> in(byte[] zip, Budget budget) throws MailRefusedException {
    ZippedReports found = new ZippedReports(budget);
    try (ZipEntries entries = new ZipEntries(new ByteArrayInputStream(zip), budget.ofZip())) {
      found.takeAll(entries);
    } catch (BrokenException e) {
      return found.reports; // without what cannot be read
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
    return found.reports;
  }

  private void takeAll(ZipEntries entries) throws IOException, MailRefusedException {
    PackedEntry entry = entries.next();
    while (entry != null) {
      try {
        take(new Source(entry.bytes(), HEAD));
      } catch (BrokenException e) {
        if (e.fault().endsFile()) {
          throw e;
        }
      }
      entry = entries.next();
    }
  }

  private void take(Source bytes) throws IOException, MailRefusedException {
    if (ReportReader.isReport(bytes.peek(HEAD))) {
      byte[] report = bytes.readAllBytes();
      budget.useUnzipped(report.length);
      reports.add(report);
    }
  }
}
