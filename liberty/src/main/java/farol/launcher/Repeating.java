package farol.launcher;

import java.time.Duration;

/** Does one thing again and again, a pause between, on a thread of its own, until it is closed. */
final class Repeating implements AutoCloseable {
  private final Thread thread;

  private Repeating(Thread thread) {
    this.thread = thread;
  }

  static Repeating every(Duration pause, String name, Runnable task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!Thread.currentThread().isInterrupted()) {
                  Thread.sleep(pause.toMillis());
                  task.run();
                }
              } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return new Repeating(thread);
  }

  /** Ends it; a task under way is waited for. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
