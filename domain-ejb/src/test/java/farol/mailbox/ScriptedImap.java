package farol.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import farol.mailbox.ImapServer.Protection;
import farol.probe.ServerIdentity;
import farol.probe.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * An IMAP server that says what a test has it say, over TLS: other than Dovecot, and even nonsense.
 * Without more, anybody signs in, and finds a folder of UIDVALIDITY 7.
 */
final class ScriptedImap implements AutoCloseable {
  /** What it does about a command; TAG stands for the command's. */
  @FunctionalInterface
  interface Answer {
    void give(OutputStream out, String tag) throws IOException, InterruptedException;
  }

  private record Entry(Pattern command, Answer answer) {}

  private final Deque<Entry> script = new ConcurrentLinkedDeque<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final TestServer server;

  private ScriptedImap(ServerIdentity identity) {
    on(".*", "TAG BAD not in the script");
    on("LOGIN .*", "TAG OK");
    on("NOOP", "TAG OK");
    on("CAPABILITY", "* CAPABILITY IMAP4rev1", "TAG OK");
    on("LOGOUT", "* BYE", "TAG OK");
    on("(EXAMINE|SELECT) INBOX", "* OK [UIDVALIDITY 7]", "TAG OK");
    server =
        TestServer.start(
            connection -> {
              try (Socket secured = identity.secure(connection)) {
                converse(secured);
              }
            });
  }

  static ScriptedImap start(ServerIdentity identity) {
    return new ScriptedImap(identity);
  }

  /** From now on, such a command is answered with these lines; TAG in them is the command's. */
  ScriptedImap on(String command, String... lines) {
    return on(
        command, (out, tag) -> out.write(lines(lines).replace("TAG", tag).getBytes(ISO_8859_1)));
  }

  /** From now on, such a command is answered so. */
  ScriptedImap on(String command, Answer answer) {
    script.addFirst(new Entry(Pattern.compile(command), answer));
    return this;
  }

  static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  /** The commands that came, without their tags. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** Where it is. */
  ImapServer address(Path authorities, Duration patience) {
    return new ImapServer("localhost", server.port(), Protection.TLS, authorities, patience);
  }

  private void converse(Socket connection) throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    OutputStream out = connection.getOutputStream();
    out.write(lines("* OK").getBytes(ISO_8859_1));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split(" ", 2);
      heard.add(parts[1]);
      answer(parts[1]).give(out, parts[0]);
    }
  }

  private Answer answer(String command) {
    return script.stream()
        .filter(each -> each.command().matcher(command).matches())
        .findFirst()
        .orElseThrow()
        .answer();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
