package farol.launcher;

import farol.fetch.OwnListeners;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Asks the server's health endpoint whether it takes requests. */
final class Readiness {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient client;
  private final URI health;

  Readiness(ServerKey key, Listeners listeners) throws StartFailure {
    try {
      client = OwnListeners.client(key.keyStore(), key.password());
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure("the server's key can't be read (" + e + ")", e);
    }
    health =
        URI.create(
            "https://" + listeners.localHost() + ":" + listeners.intranetPort() + "/health/ready");
  }

  /** Waits until the server is ready. */
  void await(LibertyServer server) throws StartFailure, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!server.isAlive()) {
        throw new StartFailure("the server ended while starting; its log is " + server.log());
      }
      if (System.nanoTime() > deadline) {
        throw new StartFailure(
            "the server was not ready after "
                + PATIENCE.toSeconds()
                + " s; its log is "
                + server.log());
      }
      Thread.sleep(250);
    }
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
