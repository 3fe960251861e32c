package farol.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.probe.ServerAuthority;
import farol.wire.ReadingLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void collectorsAreAtThePortOfTheListenerUnlessAnAddressIsGiven() {
    assertThat(Settings.of(Map.of("FAROL_PUBLIC_PORT", "18443")).uri(Setting.PUBLIC_URL))
        .isEqualTo(URI.create("https://localhost:18443"));
    assertThat(
            Settings.of(
                    Map.of("FAROL_PUBLIC_PORT", "18443", "FAROL_PUBLIC_URL", "https://tls.example"))
                .uri(Setting.PUBLIC_URL))
        .isEqualTo(URI.create("https://tls.example"));
  }

  @Test
  void hasDefaultsWhereNothingIsGiven() {
    Settings settings = Settings.of(Map.of());

    assertThat(settings.text(Setting.BIND)).isEqualTo("*");
    assertThat(settings.count(Setting.PUBLIC_PORT)).isEqualTo(8443);
    assertThat(settings.count(Setting.INTRANET_PORT)).isEqualTo(9443);
    assertThat(settings.flag(Setting.DEMO)).isFalse();
    assertThat(settings.uri(Setting.PUBLIC_URL)).isEqualTo(URI.create("https://localhost:8443"));
    assertThat(settings.find(Setting.DATABASE_URL)).isEmpty();
    assertThat(settings.find(Setting.ADMIN_PASSWORD)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allowsItsOwnDefaults(Setting setting) {
    setting.defaultValue().ifPresent(setting::check);
  }

  @Test
  void readsReportsWithinTheDocumentedLimitsByDefault() {
    assertThat(ReadingLimits.of(Settings.of(Map.of()))).isEqualTo(ReadingLimits.defaults());
  }

  @Test
  void takesAValueInsteadOfTheDefault() {
    assertThat(settings("DOMAIN_LIMIT", "25").count(Setting.DOMAIN_LIMIT)).isEqualTo(25);
  }

  @Test
  void takesAnEmptyValueForNone() {
    assertThat(settings("DOMAIN_LIMIT", "").count(Setting.DOMAIN_LIMIT)).isEqualTo(10);
  }

  @Test
  void ignoresVariablesOfOthers() {
    assertThatCode(() -> Settings.of(Map.of("PATH", "/bin", "FAROLETE", "x")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAROL_DOMAIN_LIMITS", "FAROL_", "FAROL_bind", "FAROL_ADMIN_PASWORD"})
  void refusesAVariableThatIsUnknown(String variable) {
    assertRefused(Map.of(variable, "")).withMessage("unknown setting \"" + variable + '"');
  }

  @ParameterizedTest
  @CsvSource({
    "ADMIN_PASSWORD, twelve-chars",
    "BIND, 127.0.0.1",
    "DEMO, true",
    "DEMO, false",
    "PUBLIC_PORT, 1",
    "PUBLIC_PORT, 65535",
    "DOMAIN_LIMIT, 1",
    "SEAL_KEY, AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    "SEAL_KEY, AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
    "DNSSEC, validate",
    "DNSSEC, trust-ad",
    "DNSSEC, off",
    "PROBE_ALLOW, '127.0.0.0/8, fd00::/8'",
    "DOMAIN_LIMIT, 100000",
    "LIMIT_AHEAD_HOURS, 0",
    "LIMIT_SESSION_COUNT, 1000000000000",
    "MAIL_ADDRESS, tlsrpt@example.com",
    "MAIL_ADDRESS, tls.rpt+{token}@mail.example.com",
    "MAIL_ADDRESS, a!b%c@example.com",
    "PUBLIC_URL, https://tlsrpt.example.com",
    "PUBLIC_URL, https://tlsrpt.example.com:8443/farol"
  })
  void allowsWhatFollowsTheRule(Setting setting, String value) {
    assertThat(settings(setting.name(), value).text(setting)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.com/farol",
        "jdbc:postgresql://db.example.com:5432/farol?sslmode=verify-full"
      })
  void allowsUrlsOfPostgresql(String url) {
    assertThat(
            Settings.of(Map.of("FAROL_DATABASE_URL", url, "FAROL_DATABASE_USER", "farol"))
                .text(Setting.DATABASE_URL))
        .isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "ADMIN_PASSWORD, eleven-char",
    "BIND, ' '",
    "DEMO, yes",
    "DEMO, TRUE",
    "PUBLIC_PORT, 0",
    "PUBLIC_PORT, 65536",
    "PUBLIC_PORT, -1",
    "PUBLIC_PORT, 8443.0",
    "PUBLIC_PORT, ' 8443'",
    "PUBLIC_PORT, 9999999999999999999999",
    "PUBLIC_PORT, ٨٤٤٣",
    "DNSSEC, OFF",
    "DNSSEC, trust",
    "DNSSEC_ANCHOR, /no/such/file",
    "DNSSEC_ANCHOR, /",
    "PROBE_ALLOW, 127.0.0.0/8;10.0.0.0/8",
    "PROBE_ALLOW, localhost",
    "MAILBOXES, /no/such/file",
    "MAILBOXES, /",
    "PROBE_CA, /no/such/file",
    "PROBE_CA, /",
    "DOMAIN_LIMIT, 100001",
    "LIMIT_POLICIES, 32001",
    "LIMIT_SESSION_COUNT, 1000000000001",
    "MAIL_ADDRESS, tlsrpt",
    "MAIL_ADDRESS, @example.com",
    "MAIL_ADDRESS, tlsrpt@",
    "MAIL_ADDRESS, tlsrpt@localhost",
    "MAIL_ADDRESS, mailto:tlsrpt@example.com",
    "MAIL_ADDRESS, 'tlsrpt@example.com,other@example.com'",
    "MAIL_ADDRESS, Farol <tlsrpt@example.com>",
    "MAIL_ADDRESS, tlsrpt-{token}@example.com",
    "MAIL_ADDRESS, {token}@example.com",
    "MAIL_ADDRESS, a+{token}+{token}@example.com",
    "MAIL_ADDRESS, tlsrpt@{token}.example.com",
    "MAIL_ADDRESS, more-than-thirty-two-characters-and-a-few+{token}@example.com",
    "PUBLIC_URL, http://tlsrpt.example.com",
    "PUBLIC_URL, https://",
    "PUBLIC_URL, https://tlsrpt.example.com/?a=b",
    "PUBLIC_URL, https://tlsrpt.example.com/#top",
    "PUBLIC_URL, https://user@tlsrpt.example.com",
    "PUBLIC_URL, not a url",
    "DATABASE_URL, jdbc:mysql://db.example.com/farol",
    "DATABASE_URL, jdbc:postgresql:",
    "DATABASE_USER, ' '",
    "SEAL_KEY, AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==",
    "SEAL_KEY, AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g",
    "SEAL_KEY, a pass phrase that is long enough for it"
  })
  void refusesWhatBreaksTheRule(Setting setting, String value) {
    assertRefused(Map.of(setting.variable(), value))
        .withMessageStartingWith(setting.variable() + " must be ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ". IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
        "; the keys of an intranet\n\nexample. 3600 DNSKEY 257 3 13 abc= ; one\n. ds 1 8 2 AB"
      })
  void takesAFileOfTrustAnchors(String records) throws IOException {
    Path file = Files.writeString(folder.resolve("anchors"), records);

    assertThat(settings("DNSSEC_ANCHOR", file.toString()).text(Setting.DNSSEC_ANCHOR))
        .isEqualTo(file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "; nothing",
        "<TrustAnchor/>",
        ". IN NS a.example.",
        ". DS 1 8 2 é",
        ". DS 1 8 2 xyz"
      })
  void refusesAFileWithoutTrustAnchors(String records) throws IOException {
    Path file = Files.writeString(folder.resolve("anchors"), records);

    assertRefused(Map.of("FAROL_DNSSEC_ANCHOR", file.toString()))
        .withMessageStartingWith("FAROL_DNSSEC_ANCHOR must be a readable file of lines such as");
  }

  @Test
  void takesAFileOfCertificates() throws IOException {
    Path file = ServerAuthority.root("Root").writeTo(folder);

    assertThat(settings("PROBE_CA", file.toString()).text(Setting.PROBE_CA))
        .isEqualTo(file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
  void refusesAFileWithoutCertificates(String pem) throws IOException {
    Path file = Files.writeString(folder.resolve("authorities.pem"), pem);

    assertRefused(Map.of("FAROL_PROBE_CA", file.toString()))
        .withMessageStartingWith(
            "FAROL_PROBE_CA must be a readable file with certificates in PEM, got ");
  }

  @Test
  void namesFilesByTheirWholePathsForAnotherProcess() throws IOException {
    Path file = ServerAuthority.root("Root").writeTo(folder);
    Path relative = Path.of("").toAbsolutePath().relativize(file);
    Settings settings = settings("PROBE_CA", relative.toString());

    assertThat(
            settings.withWholePaths(Setting.PROBE_CA, Setting.DNSSEC_ANCHOR).find(Setting.PROBE_CA))
        .contains(file.toString());
    assertThat(settings.withWholePaths(Setting.DNSSEC_ANCHOR).find(Setting.DNSSEC_ANCHOR))
        .isEmpty();
  }

  @Test
  void saysTheRuleThenTheValue() {
    assertRefused(Map.of("FAROL_PUBLIC_PORT", "0"))
        .withMessage("FAROL_PUBLIC_PORT must be a whole number from 1 to 65535, got \"0\"");
  }

  @Test
  void cutsALongValueInItsMessage() {
    assertRefused(Map.of("FAROL_DEMO", "x".repeat(5_000)))
        .withMessageEndingWith("got \"" + "x".repeat(100) + "…\"");
  }

  @Test
  void showsNoPasswordInAMessage() {
    assertRefused(Map.of("FAROL_ADMIN_PASSWORD", "s3cret"))
        .withMessageNotContaining("s3cret")
        .withMessageStartingWith("FAROL_ADMIN_PASSWORD must be at least 12 characters");
  }

  @Test
  void showsNoKeyInAMessage() {
    assertRefused(Map.of("FAROL_SEAL_KEY", "s3cret"))
        .withMessageNotContaining("s3cret")
        .withMessageStartingWith("FAROL_SEAL_KEY must be 32 bytes in Base64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://farol:s3cret@db.example.com/farol",
        "jdbc:postgresql://db.example.com/farol?password=s3cret and more"
      })
  void showsNoPasswordThatStandsInAUrl(String url) {
    assertRefused(Map.of("FAROL_DATABASE_URL", url))
        .withMessageNotContaining("s3cret")
        .withMessageStartingWith("FAROL_DATABASE_URL must be a PostgreSQL URL");
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_CERTIFICATE, TLS_KEY",
    "TLS_KEY, TLS_CERTIFICATE",
    "DATABASE_USER, DATABASE_URL",
  })
  void wantsBothOrNoneOfAPair(Setting one, Setting other) {
    assertRefused(Map.of(one.variable(), "x"))
        .withMessageContaining(other.variable())
        .withMessageEndingWith("must be set together");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8443", "08443"})
  void wantsAPortForEachListener(String intranetPort) {
    assertRefused(Map.of("FAROL_PUBLIC_PORT", "8443", "FAROL_INTRANET_PORT", intranetPort))
        .withMessageContaining("must differ");
  }

  @Test
  void saysWhichSettingIsMissing() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> Settings.of(Map.of()).text(Setting.DATABASE_URL))
        .withMessage("FAROL_DATABASE_URL must be set");
  }

  @Test
  void handsOnWhatItHasRead() {
    Settings settings = settings("DOMAIN_LIMIT", "25");

    assertThat(Settings.of(settings.asEnvironment()).asEnvironment())
        .isEqualTo(settings.asEnvironment())
        .containsEntry("FAROL_DOMAIN_LIMIT", "25")
        .containsEntry("FAROL_BIND", "*");
  }

  @Test
  void leavesTheOriginalAsItIsWhenOneIsReplaced() {
    Settings settings = Settings.of(Map.of());

    assertThat(settings.with(Setting.BIND, "127.0.0.1").text(Setting.BIND)).isEqualTo("127.0.0.1");
    assertThat(settings.text(Setting.BIND)).isEqualTo("*");
  }

  private static Settings settings(String name, String value) {
    return Settings.of(Map.of("FAROL_" + name, value));
  }

  private static ThrowableAssertAlternative<InvalidSettingException> assertRefused(
      Map<String, String> environment) {
    return assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> Settings.of(environment));
  }
}
