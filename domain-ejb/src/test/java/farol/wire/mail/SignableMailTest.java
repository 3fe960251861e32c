package farol.wire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.mail.SignableMail.Field;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignableMailTest {
  private static final MailLimits LIMITS = new MailLimits(1_000, 1, 1, 100, 3);

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void keepsFieldsAsTheyCame(String lineEnd) {
    SignableMail mail =
        cut("Subject : a\n\t b\u00e9 \nno field\n of it\nFROM:x\n\nbody".replace("\n", lineEnd));

    assertThat(mail.fields())
        .containsExactly(
            new Field("subject", "Subject ", " a\r\n\t b\u00e9 "), new Field("from", "FROM", "x"));
    assertThat(mail.fields("from")).containsExactly(new Field("from", "FROM", "x"));
    assertThat(body(mail)).isEqualTo("body\r\n");
  }

  @Test
  void endsEveryLineOfTheBody() {
    assertThat(body(cut("A: b\n\none\r\n\n two\n\n"))).isEqualTo("one\r\n\r\n two\r\n\r\n");
    assertThat(body(cut("A: b\n\n"))).isEmpty();
    assertThat(body(cut("A: b"))).isEmpty();
    assertThat(cut("").fields()).isEmpty();
  }

  @Test
  void passesOverWhatMailProgramsAddBefore() {
    SignableMail mail =
        cut("\u00ef\u00bb\u00bf\r\nFrom reports Wed Sep  4 12:00:00 2024\nA: b\n\nc");

    assertThat(mail.fields()).containsExactly(new Field("a", "A", " b"));
    assertThat(cut("\r\n\r\nA: b\n\nc").fields()).isEqualTo(mail.fields());
  }

  @Test
  void cutsNothingBeyondALimit() {
    assertThat(SignableMail.of(Mails.bytes("A: b\n".repeat(3)), LIMITS)).isPresent();
    assertThat(SignableMail.of(Mails.bytes("A: b\n".repeat(4)), LIMITS)).isEmpty();
    assertThat(SignableMail.of(Mails.bytes("A: " + "b".repeat(98)), LIMITS)).isEmpty();
    assertThat(SignableMail.of(Mails.bytes("A:\n b\n c\n" + " d\n".repeat(31)), LIMITS)).isEmpty();
    assertThat(SignableMail.of(new byte[1_001], LIMITS)).isEmpty();
  }

  /** Else a mail could be proven as one thing and read as another. */
  @ParameterizedTest
  @MethodSource("farol.wire.mail.Mails#names")
  void cutsWhereTheReaderCuts(String name) throws MailRefusedException {
    byte[] mail = Mails.file(name);
    SignableMail signable = SignableMail.of(mail, MailLimits.ofSize(1 << 20)).orElseThrow();
    Headers read = Headers.ofMail(Span.of(mail), new Budget(MailLimits.ofSize(1 << 20)));

    assertThat(new String(signable.body(), StandardCharsets.ISO_8859_1).stripTrailing())
        .isEqualTo(
            read.body()
                .text(read.body().start(), read.body().end())
                .replaceAll("\r?\n", "\r\n")
                .stripTrailing());
    for (String known : signable.readNames()) {
      assertThat(signable.fields(known).stream().findFirst().map(Field::value).orElse(""))
          .as(known)
          .isEqualToIgnoringWhitespace(read.value(known));
    }
  }

  private static SignableMail cut(String mail) {
    return SignableMail.of(Mails.bytes(mail), LIMITS).orElseThrow();
  }

  private static String body(SignableMail mail) {
    return new String(mail.body(), StandardCharsets.ISO_8859_1);
  }
}
