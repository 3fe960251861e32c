package farol.domain.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.wire.HostileRow;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a web server gives, there is a verdict, and a policy in force can be written again. */
class MtaStsPolicyFuzzTest {
  private static final int LARGEST_SEED = 4096;

  @DictionaryEntries({
    "version: STSv1\\x0A",
    "mode: enforce\\x0D\\x0A",
    "mode: testing\\x0A",
    "mode: none\\x0A",
    "max_age: 604800\\x0A",
    "mx: *.example.com\\x0A",
    "mx:",
    "31557600",
    "\\x0D\\x0A",
    ": ",
    "xn--"
  })
  @MethodSource("policies")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void judgesAnyBody(byte[] body) {
    Readings.check(MtaStsPolicy.read(body)).ifPresent(MtaStsPolicyFuzzTest::checkPolicy);
  }

  static Stream<byte[]> policies() {
    return Stream.concat(
            CollectedRecord.of("mtasts-policy").map(policy -> policy.text().getBytes(UTF_8)),
            HostileRow.in("mtasts").map(HostileRow::bytes))
        .filter(body -> body.length <= LARGEST_SEED);
  }

  private static void checkPolicy(MtaStsPolicy policy) {
    assertThat(policy.text().lines()).allMatch(line -> line.matches("[a-z_]+: [A-Za-z0-9*.-]+"));
    assertThat(MtaStsPolicy.read(policy.text().getBytes(UTF_8)).record()).contains(policy);
  }
}
