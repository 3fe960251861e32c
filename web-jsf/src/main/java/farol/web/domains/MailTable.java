package farol.web.domains;

import farol.domain.posture.Posture.MailHost;
import farol.domain.posture.Posture.MailServer;
import farol.domain.published.CertificateFacts;
import farol.domain.published.Finding;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A domain's mail exchangers: a row for each of their addresses, with its certificate. */
@RequestScoped
public class MailTable implements TableSource {
  private static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>("preference", row -> row.host.exchanger().preference()),
          new Column<>("host", row -> row.host.exchanger().target()),
          new Column<>("coveredByPolicy", row -> row.host.isCovered()),
          new Column<>("dane", row -> row.host.dane().name().toLowerCase(Locale.ROOT)),
          new Column<>("address", row -> row.server == null ? null : row.server.address()),
          new Column<>("state", row -> row.server == null ? null : row.server.state()),
          new Column<>("subject", certified(CertificateFacts::subject)),
          new Column<>("issuer", certified(CertificateFacts::issuer)),
          new Column<>("names", certified(CertificateFacts::names)),
          new Column<>("validFrom", certified(CertificateFacts::validFrom)),
          new Column<>("validUntil", certified(CertificateFacts::validUntil)),
          new Column<>("fingerprint", certified(CertificateFacts::fingerprint)),
          new Column<>("keyFingerprint", certified(CertificateFacts::keyFingerprint)),
          new Column<>("findings", Row::findings));

  @Inject DomainLooks looks;

  /**
   * A mail exchanger at one of its addresses.
   *
   * @param server null where no address is known
   */
  private record Row(MailHost host, @Nullable MailServer server) {
    static Stream<Row> of(MailHost host) {
      return host.servers().isEmpty()
          ? Stream.of(new Row(host, null))
          : host.servers().stream().map(server -> new Row(host, server));
    }

    /** The codes of what is to be said of both. */
    List<String> findings() {
      return Stream.concat(
              host.findings().stream(), server == null ? Stream.of() : server.findings().stream())
          .map(Finding::code)
          .distinct()
          .toList();
    }
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Optional<Table<Row>> find(HttpServletRequest request) {
    return looks
        .find(request.getParameter("name"))
        .map(
            shown ->
                new Table<>(
                    shown.domain().name() + "-mail",
                    COLUMNS,
                    shown.posture().mail().hosts().stream().flatMap(Row::of)));
  }

  /** Of servers whose certificate was never seen, nothing is known. */
  private static Function<Row, @Nullable Object> certified(
      Function<CertificateFacts, Object> value) {
    return row -> {
      CertificateFacts facts = row.server == null ? null : row.server.certificate();
      return facts == null ? null : value.apply(facts);
    };
  }
}
