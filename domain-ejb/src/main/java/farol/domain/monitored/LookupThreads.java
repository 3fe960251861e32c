package farol.domain.monitored;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that look tokens up and do nothing else. None is of the container's pool: all of that may
 * be waiting for one look-up, which then would have to wait for them.
 */
@ApplicationScoped
class LookupThreads implements Executor {
  private static final int MOST_AT_ONCE = 4;

  @Resource ManagedThreadFactory threads;

  private ExecutorService pool;

  /** For the container, which calls {@link #start} before any other method. */
  @SuppressWarnings("NullAway.Init")
  LookupThreads() {}

  @PostConstruct
  void start() {
    pool = Executors.newFixedThreadPool(MOST_AT_ONCE, threads);
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }

  @Override
  public void execute(Runnable lookup) {
    pool.execute(lookup);
  }
}
