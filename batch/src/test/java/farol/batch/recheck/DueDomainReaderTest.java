package farol.batch.recheck;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import farol.batch.kit.PageSizes;
import farol.domain.lookup.LookupOutcome;
import farol.domain.monitored.DueDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.OwnershipAnswer;
import farol.domain.posture.DomainAnswers;
import farol.domain.posture.Recheck;
import farol.domain.shared.DomainName;
import farol.domain.survey.Look;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueDomainReaderTest {
  private static final int ALL = 7;
  private static final LookupOutcome<String> NOTHING =
      new LookupOutcome.Absent<>(LookupOutcome.Reason.NO_SUCH_NAME);

  private final List<Long> asked = new ArrayList<>();

  @Test
  void looksAtSomeDomainsAheadOfTheOneThatItHandsOut() {
    DueDomainReader reader = reader(null);

    assertThat(read(reader)).isEqualTo(1);
    assertThat(asked).containsExactly(1L, 2L, 3L);
    assertThat(read(reader)).isEqualTo(2);
    assertThat(asked).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void handsOutAllInOrderAndThenNone() {
    DueDomainReader reader = reader(null);

    assertThat(LongStream.rangeClosed(1, ALL)).allMatch(id -> read(reader) == id);
    assertThat(reader.readItem()).isNull();
    assertThat(asked).hasSize(ALL);
    assertThat(reader.checkpointInfo()).isEqualTo((long) ALL);
  }

  @Test
  void goesOnAfterTheLastThatItHandedOut() {
    DueDomainReader stopped = reader(null);
    assertThat(read(stopped)).isEqualTo(1);
    assertThat(read(stopped)).isEqualTo(2);

    assertThat(read(reader(stopped.checkpointInfo()))).isEqualTo(3);
  }

  private static long read(DueDomainReader reader) {
    return ((DomainAnswers) requireNonNull(reader.readItem(), "an item")).domainId();
  }

  private DueDomainReader reader(@Nullable Serializable checkpoint) {
    DueDomainReader reader = new DueDomainReader();
    reader.ahead = "3";
    PageSizes.set(reader, 2);
    reader.domains =
        new MonitoredDomainService() {
          @Override
          public List<DueDomain> due(long after, int most) {
            return LongStream.rangeClosed(after + 1, ALL)
                .limit(most)
                .mapToObj(id -> new DueDomain(id, DomainName.parse("d" + id + ".example"), true))
                .toList();
          }
        };
    reader.recheck =
        new Recheck() {
          @Override
          public DomainAnswers ask(DueDomain domain) {
            asked.add(domain.id());
            return new DomainAnswers(
                domain.id(),
                CompletableFuture.completedStage(new OwnershipAnswer(NOTHING, NOTHING)),
                CompletableFuture.completedStage(Look.unanswered()));
          }
        };
    reader.open(checkpoint);
    return reader;
  }
}
