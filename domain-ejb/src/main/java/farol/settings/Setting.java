package farol.settings;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings an operator can give, each as an environment variable {@code FAROL_} + its name
 * here.
 *
 * <p>A name that is not here is refused at the start, so a misspelt setting is never silently
 * ignored.
 */
public enum Setting {
  /**
   * Password of the built-in user {@code admin}; unset: one is made at the first start and shown
   * once.
   */
  ADMIN_PASSWORD(null, Rule.PASSWORD),
  /** Address that both listeners bind to; {@code *} is every address. */
  BIND("*", Rule.NOT_BLANK),
  /** Everything that must survive: embedded database, generated keys, logs. */
  DATA_DIR("data", Rule.NOT_BLANK),
  /** Password for {@link #DATABASE_URL}. */
  DATABASE_PASSWORD(null, Rule.ANY),
  /**
   * An existing PostgreSQL 15 or newer, as a {@code jdbc:postgresql:} URL; unset: the embedded one.
   */
  DATABASE_URL(null, Rule.POSTGRESQL_URL),
  /** User for {@link #DATABASE_URL}. */
  DATABASE_USER(null, Rule.NOT_BLANK),
  /** Whether an empty installation is filled with demonstration data. */
  DEMO("false", Rule.BOOLEAN),
  /**
   * Who proves that an answer of DNS is what a domain publishes: Farol itself ({@code validate}),
   * the resolvers ({@code trust-ad}), nobody ({@code off}). Only whether DANE counts depends on it.
   */
  DNSSEC("validate", Rule.oneOf("validate", "trust-ad", "off")),
  /** File with DS or DNSKEY records to begin proof with; unset: the keys of the root. */
  DNSSEC_ANCHOR(null, Rule.TRUST_ANCHORS),
  /** Resolvers as {@code address[:port]}, separated by commas; unset: the system's. */
  DNS_SERVERS(null, Rule.NOT_BLANK),
  /** Monitored domains that one account may have. */
  DOMAIN_LIMIT("10", Rule.between(1, 100_000)),
  /** Port of the listener for the portal and its API. */
  INTRANET_PORT("9443", Rule.PORT),
  /** Hours after its receipt at which a report's window may end at the latest. */
  LIMIT_AHEAD_HOURS("48", Rule.between(0, 8_760)),
  /** Requests whose body or answer is under way for one address. */
  LIMIT_BODIES_OF_ADDRESS("50", Rule.between(1, 100_000)),
  /** Bytes of all bodies that are being received or stored at once. */
  LIMIT_BODIES_BYTES("134217728", Rule.between(1_048_576, 100_000_000_000L)),
  /** Bytes of a report as sent. */
  LIMIT_BODY_BYTES("1048576", Rule.between(1_024, 100_000_000)),
  /** Seconds within which the whole body of a report must come. */
  LIMIT_BODY_SECONDS("15", Rule.between(1, 3_600)),
  /** Characters of a contact; longer ones are cut. */
  LIMIT_CONTACT_LENGTH("320", Rule.between(1, 10_000)),
  /** Bytes of a report after decompression. */
  LIMIT_DECODED_BYTES("10485760", Rule.between(1_024, 1_000_000_000)),
  /** Year before which no report's window may begin. */
  LIMIT_EARLIEST_YEAR("2016", Rule.between(1_970, 9_999)),
  /** Failure details that one report may list. */
  LIMIT_FAILURE_DETAILS("20000", Rule.between(1, 1_000_000)),
  /** Members that one gzip body may have. */
  LIMIT_GZIP_MEMBERS("16", Rule.between(1, 1_000)),
  /**
   * Seconds after which a sender is given up that has sent nothing, or less than the 32 KiB that
   * the server reads at once.
   */
  LIMIT_IDLE_SECONDS("10", Rule.between(1, 3_600)),
  /** Imports of one account that may wait, run or have failed at once: each holds a file. */
  LIMIT_IMPORTS_WAITING("10", Rule.between(1, 1_000)),
  /** Bytes of a file to import. */
  LIMIT_IMPORT_BYTES("2147483648", Rule.between(1_024, 1_000_000_000_000L)),
  /** Reports that one database transaction may store. */
  LIMIT_INTAKE_BATCH("512", Rule.between(1, 10_000)),
  /** Reports that may wait for the database before more go to the spool. */
  LIMIT_INTAKE_QUEUE("2000", Rule.between(1, 1_000_000)),
  /** Nesting of a report's JSON. */
  LIMIT_JSON_DEPTH("32", Rule.between(8, 500)),
  /** Tokens of a report's JSON. */
  LIMIT_JSON_TOKENS("1000000", Rule.between(1_000, 100_000_000)),
  /** Policy lines and MX patterns that one report may list. */
  LIMIT_LISTED_STRINGS("50000", Rule.between(1, 1_000_000)),
  /** Length of a name in a report's JSON. */
  LIMIT_NAME_LENGTH("256", Rule.between(64, 10_000)),
  /** Names in the objects of a report's JSON that are open at once. */
  LIMIT_OPEN_NAMES("16384", Rule.between(64, 1_000_000)),
  /** Characters of an organisation's name; longer ones are cut. */
  LIMIT_ORGANIZATION_LENGTH("255", Rule.between(1, 10_000)),
  /** Policies that one report may list. */
  LIMIT_POLICIES("1000", Rule.between(1, 32_000)),
  /** Refused bodies that are kept for one domain. */
  LIMIT_QUARANTINE_BODIES("100", Rule.between(0, 100_000)),
  /** Requests a minute from one address (IPv6: /64), whatever they ask for. */
  LIMIT_RATE_ADDRESS_MINUTE("600", Rule.between(1, 100_000_000)),
  /** Reports a day for one domain from one network (/24, IPv6: /48). */
  LIMIT_RATE_NETWORK_DAY("2000", Rule.between(1, 100_000_000)),
  /** Reports a minute for one domain from one network (/24, IPv6: /48). */
  LIMIT_RATE_NETWORK_MINUTE("60", Rule.between(1, 100_000_000)),
  /** Reports a day for one domain, from all networks together. */
  LIMIT_RATE_TOKEN_DAY("20000", Rule.between(1, 100_000_000)),
  /** Reports a minute for one domain, from all networks together. */
  LIMIT_RATE_TOKEN_MINUTE("600", Rule.between(1, 100_000_000)),
  /** Uses of the tools a minute from one address (IPv6: /64) without a sign-in. */
  LIMIT_RATE_TOOLS_MINUTE("60", Rule.between(1, 100_000_000)),
  /** Characters of a report id; longer ones are refused. */
  LIMIT_REPORT_ID_LENGTH("998", Rule.between(1, 10_000)),
  /** Sessions that one count of a report may state. */
  LIMIT_SESSION_COUNT("1000000000000", Rule.between(1, 1_000_000_000_000L)),
  /** Bytes of all reports together that may wait on disk while the database is away. */
  LIMIT_SPOOL_BYTES("1073741824", Rule.between(1_024, 1_000_000_000_000L)),
  /** Reports that may wait on disk while the database is away. */
  LIMIT_SPOOL_REPORTS("100000", Rule.between(1, 10_000_000)),
  /** Length of a string in a report's JSON before it is cut. */
  LIMIT_STRING_LENGTH("524288", Rule.between(10_000, 100_000_000)),
  /** Characters of any other text of a report; longer ones are cut. */
  LIMIT_TEXT_LENGTH("4096", Rule.between(1, 100_000)),
  /** Days that one report may cover. */
  LIMIT_WINDOW_DAYS("31", Rule.between(1, 366)),
  /** File that says which mailboxes reports are read from; unset: none. */
  MAILBOXES(null, Rule.READABLE_FILE),
  /**
   * Address of a mailbox that Farol reads, for the records that domains publish: {@code
   * tlsrpt@example.com}, or with each domain's token in it, {@code tlsrpt+{token}@example.com};
   * unset: reporters are asked to post only.
   */
  MAIL_ADDRESS(null, Rule.MAIL_ADDRESS),
  /**
   * Which reports are taken from mailboxes: all, marked by what their mails' signatures say ({@code
   * any}), or only those that their reporters have signed ({@code aligned}).
   */
  MAIL_TRUST("any", Rule.oneOf("any", "aligned")),
  /**
   * Networks, separated by commas, that Farol may connect to for a name that anybody can publish,
   * although they are not public, such as an intranet's own mail servers; unset: none.
   */
  PROBE_ALLOW(null, Rule.NETWORKS),
  /** PEM file with the authorities that policy hosts are trusted by; unset: those of Java. */
  PROBE_CA(null, Rule.PEM_CERTIFICATES),
  /** Port of the listener for reports from the internet. */
  PUBLIC_PORT("8443", Rule.PORT),
  /**
   * Base of the collector URLs that domains publish; unset: {@code https://localhost} with the port
   * of the listener, which is good for a trial.
   */
  PUBLIC_URL(null, Rule.HTTPS_URL),
  /** Days after their end for which imports are kept, with the list of what they did not take. */
  RETENTION_IMPORTS("90", Rule.between(1, 36_500)),
  /** Days for which it is kept what a domain has published before. */
  RETENTION_OBSERVATIONS("1827", Rule.between(1, 36_500)),
  /** Days for which refused bodies are kept. */
  RETENTION_QUARANTINE("7", Rule.between(1, 36_500)),
  /** Days after their receipt for which the bytes of reports are kept. */
  RETENTION_RAW("400", Rule.between(1, 36_500)),
  /** Days after their receipt for which reports are kept. */
  RETENTION_REPORTS("400", Rule.between(1, 36_500)),
  /** Days for which sums are kept, from the last report that went into them. */
  RETENTION_ROLLUPS("1827", Rule.between(1, 36_500)),
  /**
   * Key that collectors' tokens are sealed with in the database; unset: one is made at the first
   * start. All nodes of one database must have the same.
   */
  SEAL_KEY(null, Rule.BASE64_OF_32_BYTES),
  /**
   * Who else knows those who sign in, beside Farol: nobody ({@code farol}), an LDAP directory or an
   * OpenID Connect provider, by the configuration of that name in the data directory.
   */
  SIGN_IN("farol", Rule.oneOf("farol", "ldap", "openid-connect")),
  /** PEM file with the certificate chain of both listeners; unset: a self-signed one is made. */
  TLS_CERTIFICATE(null, Rule.NOT_BLANK),
  /** PEM file with the private key (PKCS #8) of {@link #TLS_CERTIFICATE}. */
  TLS_KEY(null, Rule.NOT_BLANK),
  /** Whether the tools may be used without a sign-in, on the intranet's listener. */
  TOOLS_OPEN("true", Rule.BOOLEAN),
  /** Networks, separated by commas, whose {@code X-Forwarded-For} is believed; unset: none. */
  TRUSTED_PROXIES(null, Rule.NETWORKS);

  private static final String PREFIX = "FAROL_";

  private final @Nullable String defaultValue;
  private final Rule rule;

  Setting(@Nullable String defaultValue, Rule rule) {
    this.defaultValue = defaultValue;
    this.rule = requireNonNull(rule);
  }

  /** The environment variable, such as {@code FAROL_DATA_DIR}. */
  public String variable() {
    return PREFIX + name();
  }

  Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  String check(String value) {
    if (!rule.allows(value)) {
      throw new InvalidSettingException(
          variable()
              + " must be "
              + rule.text()
              + ", got "
              + (maySaySecret() ? "another value" : quoted(value)));
    }
    return value;
  }

  /** A database's URL may have one among its parameters, or by mistake before its host. */
  private boolean maySaySecret() {
    return name().endsWith("_PASSWORD") || this == DATABASE_URL || this == SEAL_KEY;
  }

  static boolean isOurs(String variable) {
    return variable.startsWith(PREFIX);
  }

  static Setting ofVariable(String variable) {
    return Arrays.stream(values())
        .filter(setting -> setting.variable().equals(variable))
        .findFirst()
        .orElseThrow(() -> new InvalidSettingException("unknown setting " + quoted(variable)));
  }

  private static String quoted(String text) {
    return '"' + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + '"';
  }
}
