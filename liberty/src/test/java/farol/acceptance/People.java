package farol.acceptance;

import java.io.IOException;

/** People of the tests beside {@code admin}, added as an operator adds users. */
public final class People {
  private People() {}

  /** Adds users, who all have {@code admin}'s password. */
  public static void add(RunningFarol farol, String... names)
      throws IOException, InterruptedException {
    Client admin = new Client(farol);
    for (String name : names) {
      String order = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(name, RunningFarol.PASSWORD);
      Client.Answer answer = admin.post("/api/v1/users", order);
      if (answer.status() != 201) {
        throw new AssertionError(name + " was not added: " + answer);
      }
    }
  }
}
