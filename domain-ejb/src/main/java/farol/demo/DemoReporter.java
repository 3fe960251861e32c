package farol.demo;

import java.util.List;

/** Who reports in the demonstration. All are invented. */
public enum DemoReporter {
  GANNET(
      "Gannet Mail",
      "gannet-mail.example",
      DemoDialect.GOOGLE,
      0.34,
      List.of("198.51.100.16", "2001:db8:10::25", "198.51.100.17")),
  MERIDIAN(
      "Meridian Corporation",
      "meridian.example",
      DemoDialect.MICROSOFT,
      0.26,
      List.of("198.51.100.32", "2001:db8:20::25", "198.51.100.33")),
  SKYLARK(
      "Skylark Send",
      "skylark-send.example",
      DemoDialect.MOMENTUM,
      0.09,
      List.of("198.51.100.48", "2001:db8:30::25")),
  MOREPOST(
      "Morepost",
      "morepost.example",
      DemoDialect.MAIL_RU,
      0.07,
      List.of("198.51.100.64", "2001:db8:40::25")),
  COASTLINE(
      "Coastline Cable",
      "coastline.example",
      DemoDialect.TEXTBOOK,
      0.06,
      List.of("198.51.100.80", "2001:db8:50::25")),
  FJORDHOST(
      "Fjordhost",
      "fjordhost.example",
      DemoDialect.POSTFIX,
      0.05,
      List.of("198.51.100.96", "2001:db8:60::25")),
  /** Sends no more reports, although it still sends mail. */
  QUAYSIDE(
      "Quayside Internet",
      "quayside.example",
      DemoDialect.TEXTBOOK,
      0.04,
      14,
      List.of("198.51.100.112")),
  ANCHOR(
      "Anchor Savings Bank",
      "anchor-savings.example",
      DemoDialect.POSTFIX,
      0.03,
      List.of("198.51.100.128")),
  CAPE(
      "Cape University",
      "cape-university.example",
      DemoDialect.POSTFIX,
      0.025,
      List.of("198.51.100.144")),
  TIDEWATER(
      "Tidewater Post",
      "tidewater.example",
      DemoDialect.STALWART,
      0.015,
      List.of("198.51.100.160")),
  ALBATROSS(
      "Albatross Air",
      "albatross-air.example",
      DemoDialect.STALWART,
      0.012,
      List.of("198.51.100.176")),
  PELICAN("pelican.example", "pelican.example", DemoDialect.MOX, 0.012, List.of("198.51.100.192"));

  private final String organization;
  private final String domainName;
  private final DemoDialect dialect;
  private final double share;
  private final List<String> addresses;
  private final int silentDays;

  DemoReporter(
      String organization,
      String domainName,
      DemoDialect dialect,
      double share,
      List<String> addresses) {
    this(organization, domainName, dialect, share, 0, addresses);
  }

  /**
   * @param share its part of the sessions with each domain
   * @param silentDays for how many days, up to the last one, it has not reported
   * @param addresses where it sends from, in ranges for documentation (RFC 5737, RFC 3849)
   */
  DemoReporter(
      String organization,
      String domainName,
      DemoDialect dialect,
      double share,
      int silentDays,
      List<String> addresses) {
    this.organization = organization;
    this.domainName = domainName;
    this.dialect = dialect;
    this.share = share;
    this.addresses = addresses;
    this.silentDays = silentDays;
  }

  /** What it calls itself in its reports. */
  public String organization() {
    return organization;
  }

  String domainName() {
    return domainName;
  }

  DemoDialect dialect() {
    return dialect;
  }

  double share() {
    return share;
  }

  /** How many days before its last report a day is; negative where it is silent. */
  int daysBeforeLastReport(int daysBeforeEnd) {
    return daysBeforeEnd - silentDays;
  }

  /** The first carries the most traffic. */
  List<String> addresses() {
    return addresses;
  }
}
