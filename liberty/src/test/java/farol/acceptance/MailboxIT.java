package farol.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.intake.mailbox.SampleMails;
import farol.mailbox.Dovecot;
import farol.mailbox.MailFiles;
import farol.probe.ServerAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mailboxes on a real IMAP server, over TLS, and a Maildir, read by a Farol that is killed again
 * and again.
 */
@Timeout(1_200)
class MailboxIT {
  private static final int MAILS = 2_000;
  private static final int KILLS = 5;
  private static final String JOB = "mailbox-intake";
  private static final String DOMAIN = "example.com";

  @TempDir static Path folder;

  /** By itself, as Dovecot's own user must get there. */
  @TempDir static Path dovecotFolder;

  private static Dovecot dovecot;
  private static RunningFarol farol;
  private static Client client;
  private static Path maildir;
  private static int delivered;

  @BeforeAll
  static void start() throws Exception {
    ServerAuthority authority = ServerAuthority.root("Root");
    authority.writeTo(folder);
    dovecot = Dovecot.start(dovecotFolder, authority.issue("localhost"), "");
    dovecot.addUser("reports");
    dovecot.addUser("strangers");
    maildir = folder.resolve("Maildir");
    for (String part : List.of("new", "cur", "tmp")) {
      Files.createDirectories(maildir.resolve(part));
    }
    Files.writeString(folder.resolve("password"), Dovecot.PASSWORD + "\n");
    farol =
        RunningFarol.start(
            Map.of("FAROL_MAILBOXES", Files.writeString(folder.resolve("m"), file()).toString()));
    client = new Client(farol);
    new TestDomain(farol, DOMAIN).add().prove();
  }

  private static String file() {
    StringBuilder file = new StringBuilder("local.url=maildir:" + maildir + "\n");
    for (String user : List.of("reports", "strangers")) {
      file.append(
          """
          %1$s.url=imaps://%1$s@localhost:%2$d/INBOX
          %1$s.password-file=password
          %1$s.ca-file=authorities.pem
          %1$s.every-minutes=1
          """
              .formatted(user, dovecot.tlsPort()));
    }
    return file.toString();
  }

  @AfterAll
  static void stop() throws IOException {
    farol.close();
    dovecot.close();
  }

  @Test
  void everyReportIsThereOnceHoweverOftenTheServerIsKilled() throws Exception {
    List<String> reports = new ArrayList<>();
    List<String> duplicates = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> poisoned = new ArrayList<>();
    for (int i = 0; i < MAILS; i++) {
      String mail =
          switch (i % 10) {
            case 6 -> added(duplicates, reports.get(reports.size() / 2));
            case 7 -> added(others, SampleMails.report("other.example", "box-" + i));
            case 8 -> added(others, SampleMails.letter("letter " + i));
            case 9 -> added(poisoned, SampleMails.poisoned(DOMAIN, "box-" + i));
            default -> added(reports, SampleMails.report(DOMAIN, "box-" + i));
          };
      deliver(dovecot.maildir("reports"), mail);
    }

    for (int kill = 1; kill <= KILLS; kill++) {
      int enough = reports.size() * kill / (KILLS + 1);
      readSome(enough);
      assertThat(stored("box-")).as("killed midway").hasSizeLessThan(reports.size());
      farol.killServer();
      farol.restart();
    }
    readAll();

    Map<String, Integer> stored = stored("box-");
    assertThat(stored).hasSize(reports.size());
    assertThat(stored.values()).containsOnly(1);
    List<String> taken = new ArrayList<>(reports);
    taken.addAll(duplicates);
    assertThat(mails("reports", ".Farol.Taken")).containsExactlyInAnyOrderElementsOf(taken);
    assertThat(mails("reports", ".Farol.Refused")).containsExactlyInAnyOrderElementsOf(poisoned);
    assertThat(mails("reports", "")).containsExactlyInAnyOrderElementsOf(others);
    JsonNode known = known("reports");
    assertThat(known.path("trouble").isMissingNode() || known.path("trouble").isNull()).isTrue();
    assertThat(known.path("noted")).hasSize(100);
    assertThat(known.path("noted").path(0).path("code").asText()).isEqualTo("BAD_JSON");
  }

  /** With line ends as Dovecot keeps them, which would change them when it moves a mail. */
  private static String added(List<String> list, String mail) {
    String kept = mail.replace("\r\n", "\n");
    list.add(kept);
    return kept;
  }

  @Test
  void mailboxOfForeignMailStaysUntouched() throws Exception {
    Path mails = dovecot.maildir("strangers");
    for (int i = 0; i < 100; i++) {
      deliver(
          mails,
          i % 2 == 0 ? SampleMails.letter("s" + i) : SampleMails.report("a.example", "s" + i));
    }
    flag(mails);
    // Has the server give all of them their UIDs.
    dovecot.administer("mailbox", "status", "-u", "strangers", "messages uidnext", "INBOX");
    dovecot.administer("fetch", "-u", "strangers", "uid", "mailbox", "INBOX", "all");
    Map<String, String> before = snapshot(mails);

    readAll();

    assertThat(known("strangers").path("mails").path("leftAlone").asInt()).isEqualTo(100);
    assertThat(snapshot(mails)).isEqualTo(before);
  }

  /** Some were read and answered by people. */
  private static void flag(Path mails) throws IOException {
    for (Path file : MailFiles.in(mails.resolve("new"))) {
      String name = file.getFileName().toString();
      if (name.hashCode() % 3 == 0) {
        Files.move(file, mails.resolve("cur").resolve(name + ":2,RS"));
      }
    }
  }

  /** Folders, files with their flags, what is in them, and their UIDs. */
  private static Map<String, String> snapshot(Path mails) throws IOException {
    Map<String, String> all = new HashMap<>();
    try (Stream<Path> folders = Files.list(mails)) {
      for (Path each : folders.filter(Files::isDirectory).toList()) {
        all.put(each.toString(), "folder");
        for (Path file : MailFiles.in(each)) {
          all.put(file.toString(), Files.readString(file, ISO_8859_1));
        }
      }
    }
    String uids = Files.readString(mails.resolve("dovecot-uidlist"));
    all.put("uids", uids.replaceAll("(?m) [NW]\\d+", "")); // the server's notes for itself
    return all;
  }

  @Test
  void maildirIsReadLikewise() throws Exception {
    String report = SampleMails.report(DOMAIN, "local-1");
    String letter = SampleMails.letter("to people");
    String poisoned = SampleMails.poisoned(DOMAIN, "local");
    for (String mail : List.of(report, letter, poisoned, report)) {
      deliver(maildir, mail);
    }

    Client.await(
        () -> {
          readAll();
          return MailFiles.texts(maildir.resolve("new"));
        },
        List.of(letter)::equals);

    assertThat(stored("local-")).isEqualTo(Map.of("local-1", 1));
    assertThat(MailFiles.texts(maildir.resolve(".Farol.Taken/cur")))
        .containsExactly(report, report);
    assertThat(MailFiles.texts(maildir.resolve(".Farol.Refused/cur"))).containsExactly(poisoned);
  }

  /** As a mail server does. */
  private static void deliver(Path mails, String mail) throws IOException {
    String unique = "%06d.host".formatted(++delivered);
    Path written = MailFiles.write(mails.resolve("tmp").resolve(unique), mail);
    Files.move(written, mails.resolve("new").resolve(unique));
  }

  private static List<String> mails(String user, String mailFolder) throws IOException {
    Path mails = dovecot.maildir(user).resolve(mailFolder);
    List<String> all = new ArrayList<>(MailFiles.texts(mails.resolve("new")));
    all.addAll(MailFiles.texts(mails.resolve("cur")));
    return all;
  }

  /** Reads until so many reports are stored, and goes on reading then. */
  private static void readSome(int reports) throws IOException, InterruptedException {
    Client.await(
        () -> {
          if (!isAnyBeingRead()) {
            client.startJob(JOB, Map.of());
          }
          return stored("box-").size();
        },
        stored -> stored >= reports);
  }

  private static void readAll() throws IOException, InterruptedException {
    awaitNoReader();
    assertThat(client.runJob(JOB)).isEqualTo("COMPLETED");
    awaitNoReader(); // the schedule's may have been first
  }

  private static void awaitNoReader() throws IOException, InterruptedException {
    Client.await(MailboxIT::isAnyBeingRead, isBeingRead -> !isBeingRead);
  }

  /** Also by one that was killed, until its time is over. */
  private static boolean isAnyBeingRead() throws IOException, InterruptedException {
    return client.get("/api/v1/mailboxes").body().findValues("beingRead").stream()
        .anyMatch(JsonNode::asBoolean);
  }

  private static JsonNode known(String mailbox) throws IOException, InterruptedException {
    for (JsonNode each : client.get("/api/v1/mailboxes").body().path("items")) {
      if (each.path("name").asText().equals(mailbox)) {
        return each;
      }
    }
    throw new AssertionError("there is no mailbox " + mailbox);
  }

  /** How often each report is stored whose id begins so. */
  private static Map<String, Integer> stored(String series) throws IOException {
    Map<String, Integer> times = new HashMap<>();
    try (Connection database = farol.database();
        Statement query = database.createStatement();
        ResultSet row =
            query.executeQuery(
                "select report_id from report where report_id like '" + series + "%'")) {
      while (row.next()) {
        times.merge(row.getString(1), 1, Integer::sum);
      }
      return times;
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
