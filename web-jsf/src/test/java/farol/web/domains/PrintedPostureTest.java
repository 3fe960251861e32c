package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import farol.web.kit.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PrintedPostureTest {
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

  @Test
  void serverOfWhichThereIsNoMoreToSayHasNoHalfSentence() {
    assertThat(PrintedPosture.server(server(""), ENGLISH)).isEqualTo("TLS 1.3");
    assertThat(PrintedPosture.server(server("No certificate was seen."), ENGLISH))
        .isEqualTo("TLS 1.3. No certificate was seen.");
  }

  private static MailServerRow server(String note) {
    return new MailServerRow("192.0.2.1", "ok", "TLS 1.3", null, note, List.of());
  }
}
