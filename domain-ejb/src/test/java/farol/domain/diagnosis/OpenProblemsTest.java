package farol.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.report.SessionCounts;
import farol.domain.trend.FailureGroup;
import farol.domain.trend.FailureKind;
import farol.domain.trend.ReporterDay;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenProblemsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  @Test
  void problemStaysOpenWhileItsReporterIsSilent() {
    assertThat(
            OpenProblems.of(
                "example.com", List.of(failure("Google", MONDAY, "enforce")), List.of()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.cause()).isEqualTo(Cause.CERTIFICATE_EXPIRED);
              assertThat(problem.consequence()).isEqualTo(Consequence.REFUSED);
              assertThat(problem.mxHost()).isEqualTo("mx.example.com");
            });
  }

  @Test
  void problemIsOverOnceItsReporterHasSucceededLater() {
    assertThat(
            OpenProblems.of(
                "example.com",
                List.of(failure("Google", MONDAY, "enforce")),
                List.of(successes("Google", TUESDAY))))
        .isEmpty();
  }

  @Test
  void successesOfTheSameDayProveNothing() {
    assertThat(
            OpenProblems.of(
                "example.com",
                List.of(failure("Google", MONDAY, "enforce")),
                List.of(successes("Google", MONDAY))))
        .hasSize(1);
  }

  @Test
  void anotherReportersSuccessProvesNothing() {
    assertThat(
            OpenProblems.of(
                "example.com",
                List.of(failure("Google", MONDAY, "enforce")),
                List.of(successes("Microsoft", TUESDAY))))
        .hasSize(1);
  }

  @Test
  void sameCauseOfSeveralReportersIsOneProblem() {
    List<Problem> problems =
        OpenProblems.of(
            "example.com",
            List.of(failure("Microsoft", MONDAY, "testing"), failure("Google", TUESDAY, "enforce")),
            List.of());

    assertThat(problems)
        .containsExactly(
            new Problem(
                "example.com",
                "mx.example.com",
                Cause.CERTIFICATE_EXPIRED,
                Consequence.REFUSED,
                MONDAY,
                TUESDAY,
                10,
                List.of("Google", "Microsoft")));
    assertThat(problems.get(0).isCorroborated()).isTrue();
  }

  @Test
  void eachHostHasAProblemOfItsOwnHoweverItsNameIsWritten() {
    assertThat(
            OpenProblems.of(
                "example.com",
                List.of(
                    at("mx1.example.com"), at("mx1.example.com "), at("mx2.example.com"), at("")),
                List.of()))
        .extracting(Problem::mxHost, Problem::sessions)
        .containsExactly(
            tuple("mx1.example.com", 10L), tuple("", 5L), tuple("mx2.example.com", 5L));
  }

  @Test
  void worstConsequenceComesFirst() {
    assertThat(
            OpenProblems.of(
                "example.com",
                List.of(
                    failure("Google", MONDAY, "testing"),
                    group("starttls-not-supported", "", "", 1)),
                List.of()))
        .extracting(Problem::cause)
        .containsExactly(Cause.STARTTLS_NOT_SUPPORTED, Cause.CERTIFICATE_EXPIRED);
  }

  @Test
  void twoInterruptedHandshakesAreNoiseAndThreeAreNot() {
    assertThat(OpenProblems.of("example.com", List.of(timeouts(1), timeouts(1)), List.of()))
        .extracting(Problem::consequence)
        .containsExactly(Consequence.INFORMATION);
    assertThat(OpenProblems.of("example.com", List.of(timeouts(1), timeouts(2)), List.of()))
        .extracting(Problem::consequence)
        .containsExactly(Consequence.REFUSED);
  }

  @Test
  void countsOnWhereSomebodyReportsMoreThanCanBeAdded() {
    long most = 1_000_000_000_000_000L;
    FailureGroup group = group("starttls-not-supported", "", "mx.example.com", most);

    assertThat(OpenProblems.of("example.com", Collections.nCopies(10_000, group), List.of()))
        .extracting(Problem::sessions)
        .containsExactly(most);
  }

  @Test
  void reporterThatInventsHostsTakesNoPlacesOfOthers() {
    List<Problem> worstFirst =
        OpenProblems.of(
            "example.com",
            List.of(
                told("Inventor", "mx1", 9),
                told("Inventor", "mx2", 8),
                told("Inventor", "mx3", 7),
                told("Google", "mx4", 2),
                told("Google", "mx5", 1),
                told("Inventor", "mx5", 1)),
            List.of());

    assertThat(OpenProblems.some(worstFirst, 4))
        .extracting(Problem::mxHost)
        .containsExactly("mx1", "mx4", "mx2", "mx5");
    assertThat(OpenProblems.some(worstFirst, 9)).hasSameElementsAs(worstFirst);
  }

  private static FailureGroup told(String organization, String mxHost, long sessions) {
    return new FailureGroup(
        MONDAY,
        organization,
        new FailureKind("starttls-not-supported", "", "sts", List.of("mode: enforce")),
        mxHost,
        sessions);
  }

  private static FailureGroup timeouts(long sessions) {
    return group("validation-failure", "io-timeout-during-handshake", "mx.example.com", sessions);
  }

  private static FailureGroup at(String mxHost) {
    return group("starttls-not-supported", "", mxHost, 5);
  }

  private static FailureGroup group(
      String resultType, String reason, String mxHost, long sessions) {
    return new FailureGroup(
        MONDAY,
        "Google",
        new FailureKind(resultType, reason, "sts", List.of("mode: enforce")),
        mxHost,
        sessions);
  }

  private static FailureGroup failure(String organization, LocalDate day, String mode) {
    return new FailureGroup(
        day,
        organization,
        new FailureKind("certificate-expired", "", "sts", List.of("mode: " + mode)),
        "mx.example.com",
        5);
  }

  private static ReporterDay successes(String organization, LocalDate day) {
    return new ReporterDay(organization, day, new SessionCounts(7, 0), 1);
  }
}
