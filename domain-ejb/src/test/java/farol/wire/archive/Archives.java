package farol.wire.archive;

import farol.wire.Bodies;
import farol.wire.mail.Mails;
import farol.wire.packed.PackedLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Archives for tests, made by the libraries of others, and what is read of them. */
final class Archives {
  static final ArchiveLimits LIMITS = ArchiveLimits.ofSizes(1 << 20, 4 << 20);

  private Archives() {}

  /** All real reports and mails by their names, every third report packed. */
  static Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    Bodies.index("reports/INDEX.tsv")
        .forEach(
            columns -> {
              byte[] report = Bodies.file("reports/" + columns[0]);
              boolean packed = samples.size() % 3 == 0;
              samples.put(
                  columns[0] + (packed ? ".gz" : ""), packed ? Bodies.gzip(report) : report);
            });
    Mails.names().forEach(name -> samples.put(name, Mails.file(name)));
    return samples;
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] zip(String name, byte[] file) {
    return zip(Map.of(name, file));
  }

  static byte[] tar(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A mailbox, its mails quoted; their last line must have an end. */
  static byte[] mbox(String lineEnd, List<byte[]> mails) {
    StringBuilder mbox = new StringBuilder();
    for (byte[] mail : mails) {
      String text = new String(mail, StandardCharsets.ISO_8859_1);
      mbox.append("From a@example.com Fri Nov 20 10:00:00 2026")
          .append(lineEnd)
          .append(text.replaceAll("(?m)^(>*From )", ">$1"))
          .append(lineEnd);
    }
    return latin1(mbox.toString());
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static void write(Path folder, Map<String, byte[]> files) {
    files.forEach(
        (name, bytes) -> {
          try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static ArchiveLimits limits(long entries, long inflatedFreely, int inflatedTimes, int nameBytes) {
    return new ArchiveLimits(
        1 << 20,
        4 << 20,
        2,
        100,
        new PackedLimits(entries, inflatedFreely, inflatedTimes, nameBytes));
  }

  static List<ArchiveItem> read(byte[] archive) {
    return read(new ByteArrayInputStream(archive), LIMITS);
  }

  static List<ArchiveItem> read(InputStream archive, ArchiveLimits limits) {
    return rest(() -> ArchiveReader.open("upload", archive, limits), 0);
  }

  static List<ArchiveItem> read(Path archive) {
    return rest(() -> open(archive, LIMITS), 0);
  }

  static ArchiveReader open(Path archive, ArchiveLimits limits) throws IOException {
    return ArchiveReader.open(archive, UnaryOperator.identity(), limits);
  }

  /** Opens the same archive again and again. */
  interface Opening {
    ArchiveReader open() throws IOException;
  }

  static List<ArchiveItem> rest(Opening opening, long ordinal) {
    List<ArchiveItem> items = new ArrayList<>();
    try (ArchiveReader reader = opening.open()) {
      reader.skipTo(ordinal);
      Optional<ArchiveItem> item = reader.next();
      while (item.isPresent()) {
        items.add(item.get());
        item = reader.next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return items;
  }

  /** Items as lines: place, then what it is or why it is not read. */
  static List<String> told(List<ArchiveItem> items) {
    return items.stream()
        .map(
            item ->
                item.place().name()
                    + " "
                    + (item instanceof ArchiveItem.Entry entry
                        ? entry.form()
                        : ((ArchiveItem.Unreadable) item).reason()))
        .toList();
  }

  /** Items as lines that tell all about them. */
  static List<String> wholly(List<ArchiveItem> items) {
    return items.stream()
        .map(
            item ->
                item.place()
                    + (item instanceof ArchiveItem.Entry entry
                        ? entry.form() + latin1(entry.bytes())
                        : item.toString()))
        .toList();
  }

  /** What was read, in order. */
  static List<byte[]> bytes(List<ArchiveItem> items) {
    return items.stream()
        .filter(ArchiveItem.Entry.class::isInstance)
        .map(item -> ((ArchiveItem.Entry) item).bytes())
        .toList();
  }
}
