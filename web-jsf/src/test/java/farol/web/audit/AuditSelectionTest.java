package farol.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditSelectionTest {
  @Test
  void asksForAPersonByTheNameAlone() {
    assertThat(AuditSelection.person(" ann@example.com ")).isEqualTo("ann@example.com");
    assertThat(AuditSelection.person("token backup")).isEqualTo("token backup");
  }

  @Test
  void asksForEverybodyByNoName() {
    assertThat(AuditSelection.person(null)).isNull();
    assertThat(AuditSelection.person(" ")).isNull();
  }

  @Test
  void asksForNobodyByANameThatIsNone() {
    assertThat(AuditSelection.person("a\u0000b\tc")).isEqualTo("a\uFFFDb\uFFFDc");
  }
}
