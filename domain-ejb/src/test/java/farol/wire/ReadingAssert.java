package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.Report;

/** Says in tests what came of a reading. */
final class ReadingAssert {
  private ReadingAssert() {}

  static Report accepted(Reading reading, WarningCode... warnings) {
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    Reading.Accepted accepted = (Reading.Accepted) reading;
    assertThat(accepted.warnings()).extracting(Warning::code).containsExactlyInAnyOrder(warnings);
    return accepted.report();
  }

  static void refused(Reading reading, RefusalCode code) {
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Refused) reading).code()).isEqualTo(code);
  }
}
