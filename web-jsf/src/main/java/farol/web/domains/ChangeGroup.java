package farol.web.domains;

import farol.domain.posture.Change;
import farol.domain.posture.ChangePage;
import farol.domain.published.CertificateFacts;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The changes that one look noticed.
 *
 * @param first whether they are no changes yet, but what was there first, and much of it
 * @param firstText says so
 */
public record ChangeGroup(Instant at, List<ChangeRow> changes, boolean first, String firstText) {
  private static final int FEW = 3;

  public ChangeGroup {
    changes = List.copyOf(changes);
  }

  static List<ChangeGroup> of(
      ChangePage page, Map<String, CertificateFacts> certificates, Texts texts) {
    return page.items().stream()
        .collect(
            Collectors.groupingBy(
                Change::at,
                LinkedHashMap::new,
                Collectors.mapping(
                    change -> ChangeRow.of(change, certificates, texts), Collectors.toList())))
        .entrySet()
        .stream()
        .map(group -> of(group.getKey(), group.getValue(), texts))
        .toList();
  }

  private static ChangeGroup of(Instant at, List<ChangeRow> changes, Texts texts) {
    boolean isFirst = changes.size() > FEW && changes.stream().allMatch(ChangeRow::first);
    return new ChangeGroup(at, changes, isFirst, texts.format("change.first", changes.size()));
  }
}
