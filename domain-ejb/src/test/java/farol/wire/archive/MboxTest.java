package farol.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.Bodies;
import farol.wire.mail.Mails;
import farol.wire.packed.PackedLimits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes are cut into the mails that were put into them. */
class MboxTest {
  private static final String SEPARATOR = "From a@example.com Fri Nov 20 10:00:00 2026\n";

  /** So long that it is not looked at to its end. */
  private static final String DISTANT = "From " + "x".repeat(1_000) + " Fri Nov 20 10:00:00 2026\n";

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void realMailsComeOutAsTheyWentIn(String lineEnd) {
    List<byte[]> mails =
        Mails.names()
            .map(name -> Archives.latin1(Mails.file(name)).replaceAll("\r?\n", "\n").strip() + "\n")
            .map(mail -> Archives.latin1(mail.replace("\n", lineEnd)))
            .toList();

    assertThat(Archives.bytes(Archives.read(Archives.mbox(lineEnd, mails))))
        .containsExactlyElementsOf(mails);
  }

  static Stream<List<String>> mailboxes() {
    String mail = "Subject: x\n\nbody\n";
    return Stream.of(
        List.of(SEPARATOR + mail, mail),
        List.of(SEPARATOR + mail + "\n", mail),
        List.of(SEPARATOR + mail + "\n\n", mail + "\n"),
        List.of(SEPARATOR + mail + "\n" + SEPARATOR + mail, mail, mail),
        List.of(SEPARATOR + mail + "\n\n\n" + SEPARATOR + mail, mail + "\n\n", mail),
        List.of(SEPARATOR + "a: b\n\n" + SEPARATOR + mail, "a: b\n", mail),
        List.of(SEPARATOR + mail + SEPARATOR + mail, mail, mail),
        List.of(SEPARATOR + mail + "From a Fri Nov 20 10:00 2026\n" + mail, mail, mail),
        List.of(SEPARATOR + mail + "From a b Fri Nov  6 10:00:00 CET 2026\r\n" + mail, mail, mail),
        List.of(SEPARATOR + mail + "From - Fri Nov 20 10:00:00 2026 +0100\n" + mail, mail, mail),
        List.of(SEPARATOR + mail + "From a on Friday\n" + mail, mail + "From a on Friday\n" + mail),
        List.of(SEPARATOR + mail + ">" + SEPARATOR + mail, mail + SEPARATOR + mail),
        List.of(SEPARATOR + mail + "a " + SEPARATOR + mail, mail + "a " + SEPARATOR + mail),
        List.of(SEPARATOR + mail + DISTANT + mail, mail + DISTANT + mail),
        List.of("\u00ef\u00bb\u00bf" + SEPARATOR + mail + "\n" + SEPARATOR + mail, mail, mail),
        List.of("\n\r\n\n" + SEPARATOR + mail + "\n" + SEPARATOR + mail, mail, mail),
        List.of("\u00ef\u00bb\u00bf\r\n" + SEPARATOR + mail + "\n" + SEPARATOR, mail, ""),
        List.of(SEPARATOR + mail + "\n>From x\n", mail + "\nFrom x\n"),
        List.of(SEPARATOR + mail + "\n>>From x\n>From\n>Fro", mail + "\n>From x\n>From\n>Fro"),
        List.of(SEPARATOR + mail + "a >From x\n", mail + "a >From x\n"),
        List.of(SEPARATOR + mail + "\nFrom", mail + "\nFrom"),
        List.of(SEPARATOR + mail + "\n from x\nfrom x\n", mail + "\n from x\nfrom x\n"),
        List.of(SEPARATOR + mail + "a\r\n\r\nFrom x\r\nb: c", mail + "a\r\n", "b: c"),
        List.of(SEPARATOR + mail + "\rFrom x\n", mail + "\rFrom x\n"),
        List.of(SEPARATOR + mail + "\n" + SEPARATOR, mail, ""),
        List.of(SEPARATOR + mail + "\nFrom " + "x".repeat(100_000) + "\n" + mail, mail, mail),
        List.of(
            SEPARATOR + mail + "x".repeat(65_536) + "From \n\nFrom x",
            mail + "x".repeat(65_536) + "From \n",
            ""));
  }

  @ParameterizedTest
  @MethodSource("mailboxes")
  void isCutAtSeparators(List<String> mailbox) {
    List<ArchiveItem> items = Archives.read(Archives.latin1(mailbox.get(0)));

    assertThat(Archives.bytes(items))
        .extracting(Archives::latin1)
        .isEqualTo(mailbox.subList(1, mailbox.size()));
    assertThat(items)
        .allMatch(
            item ->
                item instanceof ArchiveItem.Entry entry && entry.form() == ArchiveItem.Form.MAIL);
  }

  /** Whatever the length of lines, nothing depends on where the bytes are read in blocks. */
  @Test
  void blocksMakeNoDifference() {
    for (int length = 65_500; length < 65_560; length++) {
      String mail = "Subject: x\n\n" + "x".repeat(length) + "\n";

      List<byte[]> mails =
          Archives.bytes(
              Archives.read(
                  Archives.latin1(SEPARATOR + mail + "\n" + SEPARATOR + mail + "\n>From y\n")));

      assertThat(mails).extracting(Archives::latin1).containsExactly(mail, mail + "\nFrom y\n");
    }
  }

  @Test
  void endlessLineTakesNoMemory() {
    long size = 1L << 30;
    String start = SEPARATOR + "Subject: x\n\n";
    String end = "\n\n" + SEPARATOR + "Subject: y\n";
    InputStream mailbox =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(Archives.latin1(start)),
                    new Endless(size),
                    new ByteArrayInputStream(Archives.latin1(end)))));

    List<ArchiveItem> items = Archives.read(mailbox, Archives.LIMITS);

    assertThat(Archives.told(items)).containsExactly("upload#1 ENTRY_TOO_LARGE", "upload#2 MAIL");
  }

  @Test
  void textThatOnlyBeginsLikeAMailboxIsNone() {
    assertThat(Archives.told(Archives.read(Archives.latin1("From here on\nit is text\n"))))
        .containsExactly("upload NOT_RECOGNISED");
    assertThat(Archives.told(Archives.read(Archives.latin1("From : a@example.com\n\nbody"))))
        .containsExactly("upload MAIL");
    assertThat(Archives.told(Archives.read(Archives.latin1("\nFrom\t: a@example.com\n\nbody"))))
        .containsExactly("upload MAIL");
  }

  @Test
  void truncatedGzipGivesWhatCameBefore() {
    byte[] packed =
        Bodies.gzip(
            Archives.mbox("\n", Collections.nCopies(2, Mails.file("mjl-__mox/example.eml"))));

    assertThat(Archives.told(Archives.read(Arrays.copyOf(packed, packed.length - 9))))
        .containsExactly("upload#1 MAIL", "upload#2 TRUNCATED", "upload TRUNCATED");
  }

  @Test
  void mailsAreLimited() {
    byte[] mailbox = Archives.mbox("\n", Collections.nCopies(5, Archives.latin1("a: b\n")));

    assertThat(Archives.read(mailbox)).hasSize(5);
    assertThat(
            Archives.told(
                Archives.read(
                    new ByteArrayInputStream(mailbox),
                    new ArchiveLimits(10, 10, 1, 1, new PackedLimits(2, 1, 1, 1)))))
        .containsExactly("upload#1 MAIL", "upload#2 MAIL", "upload TOO_MANY_ENTRIES");
  }

  /** So many bytes of one line, held nowhere. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long size) {
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(length, left);
      Arrays.fill(target, offset, offset + count, (byte) 'x');
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
