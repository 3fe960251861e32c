package farol.batch.schedule;

import static java.lang.System.Logger.Level.WARNING;

import farol.batch.operations.FarolJob;
import farol.demo.DemonstrationService;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Starts the job that fills the demonstration, once after the server has started, where it is asked
 * for and has never been filled. A run that did not come to its end is made up for by a new one,
 * for reports that are there already are not taken twice.
 */
@Singleton
@Startup
@RunAs("scheduler")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationStart {
  private static final System.Logger LOGGER = System.getLogger(DemonstrationStart.class.getName());
  private static final Duration DELAY = Duration.ofSeconds(1);

  @Inject DemonstrationService demonstration;
  @Inject Settings settings;
  @Inject Jobs jobs;

  @Resource TimerService timers;

  /** Leaves the work to a timer: those wait until the server, its listeners included, is up. */
  @PostConstruct
  void schedule() {
    if (settings.flag(Setting.DEMO)) {
      timers.createSingleActionTimer(DELAY.toMillis(), new TimerConfig("demo-fill", false));
    }
  }

  @Timeout
  void fill() {
    if (jobs.hasCompleted(FarolJob.DEMO_FILL)) {
      return;
    }
    Optional<String> objection = demonstration.objection();
    if (objection.isPresent()) {
      LOGGER.log(WARNING, () -> "the demonstration was not filled: " + objection.get());
    } else {
      jobs.start(FarolJob.DEMO_FILL);
    }
  }
}
