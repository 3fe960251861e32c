package farol.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.PolicyType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsequenceTest {
  private static final Set<Cause> UNREADABLE_POLICY =
      EnumSet.of(Cause.STS_POLICY_FETCH_ERROR, Cause.STS_POLICY_INVALID, Cause.STS_WEBPKI_INVALID);
  private static final Set<Cause> ALWAYS_REFUSED =
      EnumSet.of(Cause.DNSSEC_INVALID, Cause.DANE_REQUIRED);

  @ParameterizedTest
  @EnumSource(Cause.class)
  void enforcedPolicyStopsMailUnlessItCannotBeRead(Cause cause) {
    assertThat(Consequence.of(cause, PolicyType.STS, PolicyMode.ENFORCE))
        .isEqualTo(
            UNREADABLE_POLICY.contains(cause) ? Consequence.UNPROTECTED : Consequence.REFUSED);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void daneStopsMail(Cause cause) {
    assertThat(Consequence.of(cause, PolicyType.TLSA, PolicyMode.UNKNOWN))
        .isEqualTo(
            UNREADABLE_POLICY.contains(cause) ? Consequence.UNPROTECTED : Consequence.REFUSED);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void testedPolicyWouldStopMail(Cause cause) {
    assertThat(Consequence.of(cause, PolicyType.STS, PolicyMode.TESTING))
        .isEqualTo(unlessFixed(cause, Consequence.WOULD_BE_REFUSED));
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void withoutAPolicyMailGoesUnprotected(Cause cause) {
    assertThat(Consequence.of(cause, PolicyType.NO_POLICY_FOUND, PolicyMode.UNKNOWN))
        .isEqualTo(unlessFixed(cause, Consequence.UNPROTECTED));
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void unknownPolicyTypeProvesNoHarm(Cause cause) {
    assertThat(Consequence.of(cause, new PolicyType("dprive"), PolicyMode.ENFORCE))
        .isEqualTo(unlessFixed(cause, Consequence.INFORMATION));
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN, WOULD_BE_REFUSED", "NONE, UNPROTECTED"})
  void modesThatAskForNothingRefuseNothing(PolicyMode mode, Consequence consequence) {
    assertThat(Consequence.of(Cause.CERTIFICATE_EXPIRED, PolicyType.STS, mode))
        .isEqualTo(consequence);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "version: STSv1|mode: enforce;ENFORCE",
        "mode:testing;TESTING",
        " Mode :  None ;NONE",
        "mode: enforce|mode: testing;ENFORCE",
        "mode: strict;UNKNOWN",
        "version: STSv1;UNKNOWN",
        "modesty: enforce;UNKNOWN"
      },
      delimiter = ';')
  void modeIsReadFromThePolicyAsReported(String lines, PolicyMode mode) {
    assertThat(PolicyMode.of(List.of(lines.split("\\|")))).isEqualTo(mode);
    assertThat(PolicyMode.of(List.of(lines.replace('|', '\n')))).isEqualTo(mode);
  }

  private static Consequence unlessFixed(Cause cause, Consequence otherwise) {
    if (ALWAYS_REFUSED.contains(cause)) {
      return Consequence.REFUSED;
    }
    return UNREADABLE_POLICY.contains(cause) ? Consequence.UNPROTECTED : otherwise;
  }
}
