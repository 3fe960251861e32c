package farol.probe;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that wait for servers of others, a hundred at most, so that slow ones take none from
 * whoever answers requests. Idle ones end.
 */
@ApplicationScoped
public class ProbeThreads implements Executor {
  private static final int MOST = 100;

  @Resource ManagedThreadFactory threads;

  @SuppressWarnings("NullAway.Init") // by open
  private ThreadPoolExecutor pool;

  @PostConstruct
  void open() {
    pool =
        new ThreadPoolExecutor(
            MOST, MOST, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @PreDestroy
  void close() {
    pool.shutdownNow();
  }
}
