package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.wire.HostileRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything hostile that was collected gets the answer in its index from the packaged server. */
class HostileIT {
  private final List<String> wrong = new ArrayList<>();
  private int right;
  private Client client;
  private TestDomain domain;

  @BeforeEach
  void findServer() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    client = new Client(farol);
    domain = new TestDomain(farol, "example.com");
  }

  @AfterEach
  void deleteDomain() throws Exception {
    domain.close();
  }

  @Test
  void everyBodyIsAnswered() throws Exception {
    for (HostileRow row : HostileRow.in("reports").toList()) {
      if (!row.isReplay()) {
        startAfresh();
      }
      Client.Answer answer =
          client.report(domain.collector(), row.bytes(), row.contentType(), row.contentEncoding());
      judge(row, answer);
    }
    assertNothingWrong();
  }

  /** Nothing that one row leaves behind may change the answer to the next. */
  private void startAfresh() throws IOException, InterruptedException {
    domain.close();
    domain.add();
  }

  private void judge(HostileRow row, Client.Answer answer) {
    String diagnosis = diagnosis(answer);
    if (row.statuses().contains(String.valueOf(answer.status()))
        && row.diagnoses().contains(diagnosis)) {
      right++;
    } else {
      wrong.add(row + " was answered " + answer.status() + " " + diagnosis);
    }
  }

  /** The code of a refusal; the index writes the warnings of a receipt in one word. */
  private static String diagnosis(Client.Answer answer) {
    JsonNode body = answer.body();
    if (body.has("code")) {
      return body.path("code").asText();
    }
    String receipt =
        switch (body.path("status").asText()) {
          case "stored" -> "OK";
          case "duplicate" -> "DUPLICATE";
          default -> "nothing that is known";
        };
    StringBuilder diagnosis = new StringBuilder(receipt);
    body.path("warnings").forEach(warning -> diagnosis.append('_').append(warning.asText()));
    return diagnosis.toString();
  }

  private void assertNothingWrong() {
    System.out.println(right + " passed, " + wrong.size() + " failed");
    assertThat(right).isPositive();
    assertThat(wrong).isEmpty();
  }
}
