package farol.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import farol.acceptance.Client.Answer;
import farol.launcher.Launch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old reports are imported by the API and by the command line. */
class ImportIT {
  private static final String IMPORTS = "/api/v1/imports";
  private static final int MOST_BYTES = 10_000_000;
  private static final String NEWSLETTER =
      "From: news@shop.example\nSubject: Sale\nContent-Type: text/plain\n\nEverything must go.\n";

  private static RunningFarol farol;
  private static Client client;
  private static int series;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of("FAROL_LIMIT_IMPORT_BYTES", String.valueOf(MOST_BYTES)));
    client = new Client(farol);
    TestDomain unused = new TestDomain(farol, "example.com").add().prove();
    People.add(farol, "stranger");
  }

  @AfterAll
  static void stop() {
    farol.close();
  }

  @Test
  void everyFormIsReadAndWhatIsNotTakenIsListed() throws Exception {
    Path file = zipOfEverything();

    Answer added = client.postFile(IMPORTS + "?name=old%20reports.zip", file);

    assertThat(added.status()).isEqualTo(202);
    assertThat(added.body().path("name").asText()).isEqualTo("old reports.zip");
    assertThat(added.body().path("createdBy").asText()).isEqualTo("admin");
    assertThat(added.body().path("bytes").asLong()).isEqualTo(Files.size(file));
    String place = URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
    JsonNode done = awaitEnd(place);
    assertThat(counts(done)).isEqualTo("done: 9 = 4 + 0 + 1 + 2 + 2");
    assertThat(done.path("endedAt").asText()).endsWith("Z");
    JsonNode refusals = client.get(place + "/refusals?size=10").body();
    assertThat(refusals.path("total").asInt()).isEqualTo(5);
    assertThat(refusals.path("items"))
        .extracting(item -> item.path("place").asText(), item -> item.path("code").asText())
        .containsExactly(
            tuple("old reports.zip!mails/inbox.mbox#2", "NO_REPORT_IN_MAIL"),
            tuple("old reports.zip!foreign.json", "FOREIGN"),
            tuple("old reports.zip!broken.json", "BAD_JSON"),
            tuple("old reports.zip!empty.json", "EMPTY_BODY"),
            tuple("old reports.zip!README", "NOT_RECOGNISED"));
    assertThat(client.get(place + "/refusals?size=2&page=2").body().path("items")).hasSize(1);
    assertThat(storedBy(done)).isEqualTo(4);
  }

  @Test
  void whatIsImportedAgainIsFoundToBeThere() throws Exception {
    Path file = zipOfEverything();
    JsonNode first = awaitEnd(add(client, file));

    JsonNode second = awaitEnd(add(client, file));

    assertThat(counts(first)).isEqualTo("done: 9 = 4 + 0 + 1 + 2 + 2");
    assertThat(counts(second)).isEqualTo("done: 9 = 0 + 4 + 1 + 2 + 2");
    assertThat(client.get(IMPORTS + "?size=1").body().path("items").path(0)).isEqualTo(second);
    assertThat(Client.await(() -> filesOf(second), List::isEmpty)).isEmpty();
  }

  @Test
  void aSingleReportAndAMailAreFilesLikeOthers() throws Exception {
    Path report = Files.write(folder.resolve("report.json.gz"), mix().next().gzip());
    Path mail = Files.write(folder.resolve("report.eml"), ReportFiles.mail(mix().next().gzip()));

    assertThat(counts(awaitEnd(add(client, report)))).isEqualTo("done: 1 = 1 + 0 + 0 + 0 + 0");
    assertThat(counts(awaitEnd(add(client, mail)))).isEqualTo("done: 1 = 1 + 0 + 0 + 0 + 0");
  }

  @Test
  void isCancelledInItsMidst() throws Exception {
    String place = add(client, ReportFiles.zip(folder.resolve("many.zip"), mix(), 6_000));
    Client.await(
        () -> client.get(place).body(), state -> state.path("state").asText().equals("running"));

    Answer cancelled = client.post(place + "/cancel", "");

    assertThat(cancelled.body().path("state").asText()).isEqualTo("cancelled");
    JsonNode now = client.get(place).body();
    assertThat(Client.await(() -> filesOf(now), List::isEmpty)).isEmpty();
    JsonNode end = client.get(place).body();
    assertThat(end.path("items").asLong()).isEqualTo(end.path("stored").asLong());
    assertThat(end.path("stored").asLong()).isLessThan(6_000).isEqualTo(storedBy(end));
    assertThat(client.post(place + "/retry", "").body()).isEqualTo(end);
  }

  @Test
  void belongsToItsAccount() throws Exception {
    String place = add(client, Files.writeString(folder.resolve("x.json"), "{}"));
    Client stranger = new Client(farol, "stranger", RunningFarol.PASSWORD);

    assertThat(stranger.get(place).status()).isEqualTo(404);
    assertThat(stranger.get(place + "/refusals").status()).isEqualTo(404);
    assertThat(stranger.post(place + "/cancel", "").status()).isEqualTo(404);
    assertThat(stranger.get(IMPORTS).body().path("total").asInt()).isZero();

    // Of another account's domain nothing comes in.
    Path report = Files.write(folder.resolve("theirs.json"), mix().next().json());
    assertThat(counts(awaitEnd(stranger, add(stranger, report))))
        .isEqualTo("done: 1 = 0 + 0 + 1 + 0 + 0");
  }

  @Test
  void whatIsTooLargeIsRefusedAndNotKept() throws Exception {
    int before = client.get(IMPORTS).body().path("total").asInt();
    Path file = Files.write(folder.resolve("large"), new byte[MOST_BYTES + 1]);

    Answer refused = client.postFile(IMPORTS, file);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body().path("code").asText()).isEqualTo("IMPORT_TOO_LARGE");
    assertThat(client.get(IMPORTS).body().path("total").asInt()).isEqualTo(before);
    assertThat(
            client
                .postFile(IMPORTS, Files.write(file, Arrays.copyOf(new byte[0], MOST_BYTES)))
                .status())
        .isEqualTo(202);
  }

  @Test
  void ofAnUploadThatBreaksOffNothingStays() throws Exception {
    int before = client.get(IMPORTS).body().path("total").asInt();
    String token = token("write");
    for (String framing : List.of("Content-Length: 1000", "Transfer-Encoding: chunked")) {
      try (RawConnection connection =
          new RawConnection(URI.create(farol.intranet()), "127.0.0.1")) {
        connection.send(
            "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n64\r\nhalf of it"
                .formatted(IMPORTS, URI.create(farol.intranet()).getAuthority(), token, framing));
        Client.await(
            () -> client.get(IMPORTS).body().path("items").path(0).path("state").asText(),
            "receiving"::equals);
      }
      Client.await(() -> client.get(IMPORTS).body().path("total").asInt(), all -> all == before);
    }
  }

  @Test
  void anUploadThatIsCancelledComesNoFurther() throws Exception {
    byte[] piece = new byte[64 << 10];
    try (RawConnection connection = new RawConnection(URI.create(farol.intranet()), "127.0.0.1")) {
      connection.send(
          "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(
                  IMPORTS,
                  URI.create(farol.intranet()).getAuthority(),
                  token("write"),
                  MOST_BYTES));
      connection.send(piece);
      JsonNode arriving =
          Client.await(
              () -> client.get(IMPORTS).body().path("items").path(0),
              first -> first.path("state").asText().equals("receiving"));
      client.post(IMPORTS + "/" + arriving.path("id").asText() + "/cancel", "");
      Client.await(
          () -> {
            boolean isOver = connection.isOver();
            if (!isOver) {
              connection.send(piece);
            }
            return isOver;
          },
          over -> over);

      RawConnection.Answer answer = connection.answer();

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("IMPORT_CANCELLED");
      assertThat(Client.await(() -> filesOf(arriving), List::isEmpty)).isEmpty();
    }
  }

  @Test
  void aTokenImportsIfItMayWrite() throws Exception {
    Path file = Files.write(folder.resolve("report.json"), mix().next().json());

    assertThat(Client.withToken(farol, token("read")).postFile(IMPORTS, file).status())
        .isEqualTo(403);
    Client writing = Client.withToken(farol, token("write"));
    JsonNode done = awaitEnd(writing, add(writing, file));

    assertThat(counts(done)).isEqualTo("done: 1 = 1 + 0 + 0 + 0 + 0");
    assertThat(done.path("createdBy").asText()).startsWith("token ");
    JsonNode audit = client.get("/api/v1/audit?action=IMPORT_ADDED&size=1").body();
    assertThat(audit.path("items").path(0).path("actor")).isEqualTo(done.path("createdBy"));
  }

  @Test
  void theCommandImportsWhereFilesAre() throws Exception {
    Path maildir = Files.createDirectories(folder.resolve("Maildir"));
    for (String name : List.of("cur", "new", "tmp")) {
      Files.createDirectory(maildir.resolve(name));
    }
    Files.write(maildir.resolve("cur/1:2,S"), ReportFiles.mail(mix().next().gzip()));
    Files.write(maildir.resolve("new/2"), ReportFiles.mail(mix().next().gzip()));

    Launch.Ended clean = farol.command("import", maildir.toString(), "--account", "admin");
    Launch.Ended mixed =
        farol.command("import", zipOfEverything().toString(), "--account", "admin");

    assertThat(clean.lines())
        .last()
        .isEqualTo(
            maildir + ": done, 2 items: 2 stored, 0 duplicate, 0 foreign, 0 no report, 0 refused");
    assertThat(clean.exitCode()).isZero();
    assertThat(mixed.lines())
        .anyMatch(
            line ->
                line.endsWith(
                    "done, 9 items: 4 stored, 0 duplicate, 1 foreign, 2 no report, 2 refused"))
        .anyMatch(line -> line.startsWith("  everything.zip!broken.json: BAD_JSON: "));
    assertThat(mixed.exitCode()).isEqualTo(1);
    assertThat(maildir.resolve("new/2")).exists();
  }

  @Test
  void theCommandImportsElsewhere() throws Exception {
    Path reports = folder.resolve("reports");
    Path year = Files.createDirectories(reports.resolve("2024"));
    Files.write(year.resolve("a.json"), mix().next().json());
    Files.write(year.resolve("b.eml"), ReportFiles.mail(mix().next().gzip()));
    Path token = Files.writeString(folder.resolve("token"), token("write") + "\n");
    Path trusted = Files.writeString(folder.resolve("server.pem"), pem(client.certificate()));
    String[] words = {
      "import",
      reports.toString(),
      "--url",
      farol.intranet(),
      "--token-file",
      token.toString(),
      "--ca",
      trusted.toString()
    };

    Launch.Ended ended = Launch.start(Launch.HOME, Map.of(), words).awaitEnd();
    Files.writeString(token, token("read"));
    Launch.Ended refused = Launch.start(Launch.HOME, Map.of(), words).awaitEnd();

    assertThat(ended.lines())
        .last()
        .isEqualTo(
            reports + ": done, 2 items: 2 stored, 0 duplicate, 0 foreign, 0 no report, 0 refused");
    assertThat(ended.exitCode()).isZero();
    assertThat(refused.lines()).last().asString().contains("answered 403 NOT_ALLOWED");
    assertThat(refused.exitCode()).isEqualTo(1);
  }

  @Test
  void theCommandSaysWhatIsWrong() throws Exception {
    Launch.Ended nothing = Launch.start(Launch.HOME, Map.of(), "import").awaitEnd();
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.lines()).singleElement().asString().contains("usage: farol import PATH");

    String path = folder.toString();
    Launch.Ended stopped =
        Launch.start(Launch.HOME, Map.of("FAROL_DATA_DIR", path), "import", path).awaitEnd();
    assertThat(stopped.exitCode()).isEqualTo(1);
    assertThat(stopped.lines()).singleElement().asString().contains("Farol must be running", path);

    Launch.Ended unknown = farol.command("import", path, "--account", "nobody");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.lines()).singleElement().asString().contains("no account nobody", "admin");
  }

  /** Four new reports in different forms, and five things that are none for us. */
  private Path zipOfEverything() throws IOException {
    ReportMix mix = mix();
    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    mailbox.writeBytes("From tls@sender.example Thu Nov 19 04:05:06 2026\n".getBytes(US_ASCII));
    mailbox.writeBytes(ReportFiles.mail(mix.next().gzip()));
    mailbox.writeBytes("\nFrom news@shop.example Thu Nov 19 04:05:07 2026\n".getBytes(US_ASCII));
    mailbox.writeBytes(NEWSLETTER.getBytes(US_ASCII));
    String foreign = new String(mix.next().json(), US_ASCII).replace("example.com", "example.org");
    Path file = folder.resolve("everything.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(zip, "a.json", mix.next().json());
      put(zip, "b.json.gz", mix.next().gzip());
      put(zip, "mails/c.eml", ReportFiles.mail(mix.next().gzip()));
      put(zip, "mails/inbox.mbox", mailbox.toByteArray());
      put(zip, "foreign.json", foreign.getBytes(US_ASCII));
      put(zip, "broken.json", "{\"organization-name\":".getBytes(US_ASCII));
      put(zip, "empty.json", gzip(new byte[0]));
      put(zip, "README", "My old reports".getBytes(US_ASCII));
    }
    return file;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Reports that no other test has. */
  private static ReportMix mix() {
    return new ReportMix("import-" + ++series, series);
  }

  private static String add(Client by, Path file) throws IOException, InterruptedException {
    Answer added = by.postFile(IMPORTS + "?name=" + file.getFileName(), file);
    assertThat(added.status()).isEqualTo(202);
    return IMPORTS + "/" + added.body().path("id").asText();
  }

  private static JsonNode awaitEnd(String place) throws IOException, InterruptedException {
    return awaitEnd(client, place);
  }

  private static JsonNode awaitEnd(Client by, String place)
      throws IOException, InterruptedException {
    return Client.await(() -> by.get(place).body(), state -> state.hasNonNull("endedAt"));
  }

  /** State: items = stored + duplicate + foreign + no report + refused. */
  private static String counts(JsonNode found) {
    return "%s: %d = %d + %d + %d + %d + %d"
        .formatted(
            found.path("state").asText(),
            found.path("items").asLong(),
            found.path("stored").asLong(),
            found.path("duplicate").asLong(),
            found.path("foreign").asLong(),
            found.path("noReport").asLong(),
            found.path("refused").asLong());
  }

  private static long storedBy(JsonNode found) throws IOException, SQLException {
    try (Connection database = farol.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from report where import_id = " + found.path("id").asLong())) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Path> filesOf(JsonNode found) {
    Path file = farol.data().resolve("imports").resolve(found.path("id").asText());
    return Files.exists(file) ? List.of(file) : new ArrayList<>();
  }

  private static String token(String scope) throws IOException, InterruptedException {
    String order =
        "{\"name\":\"import %d\",\"scope\":\"%s\",\"days\":1}".formatted(++series, scope);
    return client.post("/api/v1/tokens", order).body().path("token").asText();
  }

  private static String pem(String certificate) {
    return "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n";
  }
}
