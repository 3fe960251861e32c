package farol.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks twice at real servers and holds what Farol says of each domain to the table {@code
 * states.txt}. Needs root and the programs that {@code build/server-setup} installs, so it runs by
 * {@code build/prove servers} alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealServersIT {
  private final List<State> states = State.all();
  private final boolean isIpv6There = MailServer.hasIpv6();
  private @Nullable RealServers servers;
  private @Nullable RunningFarol farol;
  private Watch watch;
  private Map<State, Found> found;
  private Map<State, Found> foundByTrust;

  RealServersIT() throws IOException {}

  @BeforeAll
  void lookTwice() throws Exception {
    servers = new RealServers(states);
    farol = RunningFarol.start(servers.settings());
    watch = new Watch(new Client(farol), states);
    Map<State, Proposal> proposals = watch.add();
    servers.publish(1, proposals);
    watch.prove();
    watch.look();
    Instant firstLook = Instant.now();
    servers.publish(2, proposals);
    watch.look();
    found = watch.found(firstLook);
    farol.restart(Map.of("FAROL_DNSSEC", "trust-ad"));
    watch.look();
    foundByTrust = watch.found(firstLook);
  }

  @AfterAll
  void stop() throws Exception {
    if (farol != null) {
      farol.close();
    }
    if (servers != null) {
      servers.close();
    }
  }

  List<State> states() {
    return states;
  }

  @ParameterizedTest
  @MethodSource("states")
  void isFoundAndNamed(State state) throws Exception {
    check(state, found);
  }

  @ParameterizedTest
  @MethodSource("states")
  void isFoundAndNamedByOneThatLetsTheResolverValidate(State state) throws Exception {
    check(state, foundByTrust);
  }

  private void check(State state, Map<State, Found> found) throws Exception {
    assumeTrue(isIpv6There || !state.mail().equals("ipv6"), "port 25 of ::1 is to be had");

    assertThat(found.get(state))
        .as("%s", watch.posture(state).toPrettyString())
        .isEqualTo(state.expected());
  }
}
