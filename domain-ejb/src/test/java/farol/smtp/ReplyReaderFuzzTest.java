package farol.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.domain.lookup.OutsideText;
import farol.domain.lookup.SmtpFailure;
import farol.domain.lookup.SmtpReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a mail server sends, there are replies that are safe to show, and then an end. */
class ReplyReaderFuzzTest {
  private static final int LONGEST_TEXT = 512;

  @DictionaryEntries({"220 ", "250-", "250 STARTTLS", "421", "\\x0D\\x0A", "\\x0A"})
  @MethodSource("conversations")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void readsRepliesUntilItRefuses(byte[] bytes) throws IOException {
    ReplyReader reader = new ReplyReader(new ByteArrayInputStream(bytes));
    try {
      while (true) {
        SmtpReply reply = reader.read();
        assertThat(reply.lines())
            .allMatch(line -> line.length() < LONGEST_TEXT && OutsideText.safe(line).equals(line));
      }
    } catch (ProbeFailedException end) {
      assertThat(end.failure()).isEqualTo(SmtpFailure.BAD_SMTP);
    }
  }

  static Stream<byte[]> conversations() {
    return Stream.of(
            "",
            "220 mx.example.com ESMTP\r\n250-mx.example.com\r\n250-SIZE 1\r\n250 STARTTLS\r\n",
            "220-a\n220 b\n",
            "220\r\n250\r\n",
            "220-a\r\n250 b\r\n",
            "220 " + "x".repeat(600) + "\r\n",
            "250-a\r\n".repeat(200),
            "220 \u0000\u001b\u0085\u00ff\u00c3\u00a9\r\n")
        .map(text -> text.getBytes(ISO_8859_1));
  }
}
