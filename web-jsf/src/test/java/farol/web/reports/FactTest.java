package farol.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTest {
  @Test
  void textOfOthersTurnsNothingAround() {
    List<Fact> facts = new ArrayList<>();
    Fact.add(facts, "Issuer", "CN=\u202emoc.elpmaxe");
    assertThat(facts).containsExactly(new Fact("Issuer", "CN=\ufffdmoc.elpmaxe"));
  }

  @Test
  void whatIsNotSaidIsLeftOut() {
    List<Fact> facts = new ArrayList<>();
    Fact.add(facts, "Issuer", null);
    Fact.add(facts, "Subject", " ");
    assertThat(facts).isEmpty();
  }
}
