package farol.servers;

import farol.probe.ServerIdentity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The records that a domain publishes in a state, as lines of a zone file.
 *
 * @param mail what its mail server shows
 * @param root of the mail server's authority
 */
record StateRecords(State state, ServerIdentity mail, X509Certificate root, Proposal proposal) {

  /** Those of the first look, or of the second. */
  List<String> lines(int look) {
    List<String> lines = new ArrayList<>();
    lines.add(txt("_tlsrpt-verify", proposal.verification()));
    lines.addAll(exchangers());
    lines.addAll(addresses());
    lines.addAll(tlsa());
    if (look == 2 && state.get("later").equals("mx")) {
      lines.add(state.domain() + ". MX 20 mx2." + state.domain() + ".");
      lines.add("mx2." + state.domain() + ". A 127.25.3." + state.number());
    }
    if (look == 1 || !state.get("later").equals("no-rua")) {
      lines.addAll(reports());
    }
    lines.addAll(sts(look));
    return lines;
  }

  private List<String> exchangers() {
    return switch (state.mail()) {
      case "none" -> List.of();
      case "null" -> List.of(state.domain() + ". MX 0 .");
      case "address" -> List.of(state.domain() + ". MX 10 " + state.mailAddress() + ".");
      default -> List.of(state.domain() + ". MX 10 " + state.mailHost() + ".");
    };
  }

  private List<String> addresses() {
    String ipv4 = state.mailHost() + ". A " + state.mailAddress();
    return switch (state.mail()) {
      case "none", "null", "address", "no-address" -> List.of();
      case "forbidden" -> List.of(state.mailHost() + ". A 192.0.2.25");
      case "ipv6" -> List.of(ipv4, state.mailHost() + ". AAAA " + MailServer.IPV6);
      default -> List.of(ipv4);
    };
  }

  private List<String> tlsa() {
    String name = "_25._tcp." + state.mailHost() + ".";
    String key = " TLSA 3 1 1 " + digest(mail.chain().get(0));
    return switch (state.get("tlsa")) {
      case "" -> List.of();
      case "3-1-1" -> List.of(name + key);
      case "3-1-1-and-next" -> List.of(name + key, name + " TLSA 3 1 1 " + digest(root));
      case "3-1-1-other-key" -> List.of(name + " TLSA 3 1 1 " + digest(root));
      case "2-1-1" -> List.of(name + " TLSA 2 1 1 " + digest(mail.chain().get(1)));
      case "2-1-1-root" -> List.of(name + " TLSA 2 1 1 " + digest(root));
      case "1-1-1" -> List.of(name + " TLSA 1 1 1 " + digest(mail.chain().get(0)));
      case "alias" ->
          List.of(
              name + " CNAME tlsa." + state.domain() + ".", "tlsa." + state.domain() + "." + key);
      default -> throw new IllegalArgumentException(state.get("tlsa"));
    };
  }

  private static String digest(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> reports() {
    String name = "_smtp._tls";
    String reporting = proposal.reporting();
    return switch (state.get("rua")) {
      case "" -> List.of();
      case "ours" -> List.of(txt(name, reporting));
      case "other" -> List.of(txt(name, "v=TLSRPTv1; rua=mailto:tls@reports.example"));
      case "both" -> List.of(txt(name, reporting + ",mailto:tls@reports.example"));
      case "two-records" ->
          List.of(txt(name, reporting), txt(name, "v=TLSRPTv1; rua=mailto:tls@reports.example"));
      default -> throw new IllegalArgumentException(state.get("rua"));
    };
  }

  private List<String> sts(int look) {
    if (state.get("sts").isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    boolean isAnother = look == 2 && Arrays.asList("id", "both").contains(state.get("later"));
    if (!state.get("record").equals("none")) {
      lines.add(txt("_mta-sts", "v=STSv1; id=" + (isAnother ? "second" : "first")));
    }
    if (state.get("record").equals("two")) {
      lines.add(txt("_mta-sts", "v=STSv1; id=another"));
    }
    String host = state.policyHost() + ".";
    switch (state.web()) {
      case "no-address" -> {}
      case "alias" -> {
        lines.add(host + " CNAME web." + state.domain() + ".");
        lines.add("web." + state.domain() + ". A " + state.policyAddress());
      }
      default -> lines.add(host + " A " + state.policyAddress());
    }
    return lines;
  }

  private String txt(String label, String value) {
    return "%s.%s. TXT \"%s\"".formatted(label, state.domain(), value.replace(";", "\\;"));
  }
}
