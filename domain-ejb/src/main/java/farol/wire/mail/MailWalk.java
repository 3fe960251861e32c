package farol.wire.mail;

import farol.wire.RefusalCode;
import farol.wire.TextRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Goes through the parts of one mail, and of mails that are forwarded in it. */
final class MailWalk {
  private static final int MOST_NAMED = 6;

  private final Budget budget;
  private final List<Part> parts = new ArrayList<>();
  private boolean announced;

  private MailWalk(Budget budget) {
    this.budget = budget;
  }

  static MailReading through(byte[] mail, MailLimits limits) {
    MailWalk walk = new MailWalk(new Budget(limits));
    try {
      walk.all(Span.of(mail));
      return walk.reading();
    } catch (MailRefusedException e) {
      return e.toReading(walk.announced);
    }
  }

  /** The header before the size: who sets a large mail aside wants to know what it was. */
  private void all(Span mail) throws MailRefusedException {
    Headers headers = Headers.ofMail(mail, budget);
    announced = headers.announceReport();
    budget.requireSize(mail.length());
    entity(headers, headers, 0);
  }

  private void entity(Headers mail, Headers own, int depth) throws MailRefusedException {
    own.requireWhole();
    FieldValue type = FieldValue.parse(own.value("content-type"));
    String boundary = type.parameters().getOrDefault("boundary", "");
    if (isMultipart(type, boundary)) {
      budget.requireDepth(depth);
      for (Span part : new Multipart(own.body(), boundary).parts(budget)) {
        entity(mail, Headers.ofPart(part, budget), depth + 1);
      }
    } else if (type.value().equals("message/rfc822") || type.value().equals("message/global")) {
      budget.requireDepth(depth);
      Headers inner = Headers.ofMail(Span.of(Part.of(mail, own, type).bytes()), budget);
      entity(inner, inner, depth + 1);
    } else {
      Part part = Part.of(mail, own, type);
      List<Part> unzipped = part.unzipped(budget);
      parts.addAll(unzipped.isEmpty() ? List.of(part) : unzipped);
    }
  }

  private static boolean isMultipart(FieldValue type, String boundary) {
    return type.value().startsWith("multipart/")
        && !boundary.isEmpty()
        && boundary.length() <= Multipart.LONGEST_BOUNDARY;
  }

  private MailReading reading() {
    List<Part> likely = likeliest();
    return likely.isEmpty()
        ? new MailReading.Nothing(
            RefusalCode.NO_REPORT_IN_MAIL, "a mail must carry a report, got " + found(), announced)
        : likely.get(0).found(likely.size() > 1);
  }

  /** Those of the surest sign, in order; none where nothing looks like a report. */
  private List<Part> likeliest() {
    List<Part.Likeness> likenesses = parts.stream().map(Part::likeness).toList();
    Part.Likeness surest =
        likenesses.stream().min(Comparator.naturalOrder()).orElse(Part.Likeness.NONE);
    List<Part> likeliest = new ArrayList<>();
    for (int i = 0; i < parts.size() && surest != Part.Likeness.NONE; i++) {
      if (likenesses.get(i) == surest) {
        likeliest.add(parts.get(i));
      }
    }
    return likeliest;
  }

  private String found() {
    if (parts.isEmpty()) {
      return "no part at all";
    }
    String types =
        parts.stream()
            .limit(MOST_NAMED)
            .map(part -> part.mediaType().isEmpty() ? "text/plain" : part.mediaType())
            .collect(Collectors.joining(", "));
    return "only " + TextRules.quote(types);
  }
}
