package farol.web.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTest {
  @ParameterizedTest
  @EnumSource(Tool.class)
  void isFoundByItsPath(Tool tool) {
    assertThat(Tool.calledBy("/tools/" + tool.key())).contains(tool);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "/tools", "/tools/", "/tools/other", "/tools/report/", "/report"})
  void isNotFoundByAnyOther(String path) {
    assertThat(Tool.calledBy(path)).isEmpty();
  }
}
