package farol.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTableWriterTest {
  @Test
  void hasAnItemForEachRowWithAllColumns() throws IOException {
    assertThat(
            json(
                List.of(
                    Arrays.asList("a", 3L, true, List.of("X", "Y"), null),
                    Arrays.asList(Instant.EPOCH, -1, false, List.of(), "")),
                "name",
                "failed",
                "odd",
                "codes",
                "none"))
        .isEqualTo(
            "{\"items\":["
                + "{\"name\":\"a\",\"failed\":3,\"odd\":true,\"codes\":[\"X\",\"Y\"],\"none\":null},"
                + "{\"name\":\"1970-01-01T00:00:00Z\",\"failed\":-1,\"odd\":false,\"codes\":[],\"none\":\"\"}"
                + "]}");
  }

  @Test
  void hasNoItemsWhereThereAreNoRows() throws IOException {
    assertThat(json(List.of(), "name")).isEqualTo("{\"items\":[]}");
  }

  @Test
  void keepsAllTextAsItIs() throws IOException {
    String text = "=1+1 \"quoted\" \\ two\r\nlines\t\u0007 Zoë ✓ 😀 </script>";

    String json = json(List.of(List.of(text)), "name");

    assertThat(new ObjectMapper().readTree(json).path("items").path(0).path("name").asText())
        .isEqualTo(text);
  }

  private static String json(List<List<Object>> rows, String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonTableWriter.write(Tables.of(rows, names), out);
    return out.toString(UTF_8);
  }
}
