package farol.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In what form a reporter writes, after real senders and programs. The reporters of the
 * demonstration are invented; the deviations from RFC 8460 are not.
 */
enum DemoDialect {
  /** As in appendix B of RFC 8460. */
  TEXTBOOK,
  /** Google: weak report ids, no reasons, no DANE. */
  GOOGLE,
  /** Microsoft: the same sessions under {@code tlsa} and {@code sts}, an array in a string. */
  MICROSOFT,
  /** Mail.ru: names in alphabetical order, no policy text, windows that end at midnight. */
  MAIL_RU,
  /** Momentum, which large senders run: SMTP phrases as reasons, no DANE. */
  MOMENTUM,
  /** Mox: names itself by its domain. */
  MOX,
  /** Postfix with tlsrpt-reporter: the summary comes first. */
  POSTFIX,
  /** Stalwart: no contact, windows that end at midnight. */
  STALWART;

  boolean knowsDane() {
    return switch (this) {
      case TEXTBOOK, MICROSOFT, MOX, POSTFIX, STALWART -> true;
      case GOOGLE, MAIL_RU, MOMENTUM -> false;
    };
  }

  /** Whether it lists the sessions of a domain with DANE under its MTA-STS policy as well. */
  boolean repeatsSessions() {
    return this == MICROSOFT;
  }

  boolean writesPolicyText() {
    return this != MAIL_RU;
  }

  boolean writesPolicyHosts() {
    return switch (this) {
      case TEXTBOOK, GOOGLE, MOMENTUM, MOX, POSTFIX, STALWART -> true;
      case MICROSOFT, MAIL_RU -> false;
    };
  }

  /** Whether it writes an empty list where nothing failed. */
  boolean writesEmptyDetails() {
    return this == POSTFIX || this == STALWART;
  }

  boolean writesSummaryFirst() {
    return this == POSTFIX;
  }

  boolean sortsNames() {
    return this == MAIL_RU;
  }

  /** Some find the host in no policy before they connect, and so know no address. */
  boolean knowsAddresses(DemoCause cause) {
    return cause != DemoCause.HOST_NOT_IN_POLICY || !(this == MOX || this == STALWART);
  }

  @Nullable String contact(String domain) {
    return switch (this) {
      case STALWART -> null;
      case MOX -> "postmaster@" + domain;
      case TEXTBOOK, GOOGLE, MICROSOFT, MAIL_RU, MOMENTUM, POSTFIX -> "tls-reports@" + domain;
    };
  }

  /** The end of a day, as it writes it. */
  String endOf(LocalDate day) {
    return switch (this) {
      case MAIL_RU, STALWART -> day.plusDays(1) + "T00:00:00Z";
      case TEXTBOOK, GOOGLE, MICROSOFT, MOMENTUM, MOX, POSTFIX -> day + "T23:59:59Z";
    };
  }

  String reportId(DemoReport report) {
    String domain = report.domain().text();
    String sender = report.reporter().domainName();
    return switch (this) {
      case GOOGLE -> report.day() + "T00:00:00Z_" + domain;
      case MICROSOFT ->
          Long.toString(133_000_000_000_000_000L + (report.number() >>> 8)) + "+" + domain;
      case MAIL_RU -> report.uuid() + "@" + sender;
      case MOX -> report.day().toString().replace("-", "") + "." + domain + "@" + sender;
      case POSTFIX -> report.day() + "T00:00:00Z_idx1_" + domain;
      case STALWART ->
          report.day().plusDays(1).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC)
              + "_"
              + (report.number() >>> 1);
      case TEXTBOOK, MOMENTUM -> report.uuid().toString();
    };
  }

  /** What it gives as the reason of a failure, if anything. */
  Optional<String> reason(DemoCause cause) {
    return switch (cause) {
      case CERTIFICATE_EXPIRED -> expired();
      case HOST_NOT_IN_POLICY -> notInPolicy();
      case TIMEOUT -> timeout();
    };
  }

  private Optional<String> expired() {
    return switch (this) {
      case GOOGLE, MOX -> Optional.empty();
      case MICROSOFT -> Optional.of("CERTIFICATE_EXPIRED");
      case MAIL_RU -> Optional.of("certificate has expired");
      case MOMENTUM -> Optional.of("4.7.5 [internal] SSL certificate has expired");
      case POSTFIX -> Optional.of("certificate_has_expired");
      case STALWART -> Optional.of("invalid peer certificate: Expired");
      case TEXTBOOK -> Optional.of("X509_V_ERR_CERT_HAS_EXPIRED");
    };
  }

  private Optional<String> notInPolicy() {
    return switch (this) {
      case GOOGLE -> Optional.empty();
      case MICROSOFT -> Optional.of("MX_HOSTS_MISMATCH");
      case MAIL_RU, POSTFIX, TEXTBOOK -> Optional.of("mx-mismatch");
      case MOMENTUM -> Optional.of("4.7.5 [internal] MX host not in policy");
      case MOX -> Optional.of("mtasts-policy-mx-mismatch");
      case STALWART -> Optional.of("MX not authorized by policy.");
    };
  }

  private Optional<String> timeout() {
    return switch (this) {
      case GOOGLE -> Optional.empty();
      case MICROSOFT -> Optional.of("VALIDATION_FAILURE");
      case MAIL_RU -> Optional.of("connection timed out");
      case MOMENTUM -> Optional.of("4.4.2 [internal] timeout during TLS handshake");
      case MOX, TEXTBOOK -> Optional.of("io-timeout-during-handshake");
      case POSTFIX -> Optional.of("tls_handshake_timeout");
      case STALWART -> Optional.of("Timeout during TLS handshake");
    };
  }
}
