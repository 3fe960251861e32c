package farol.web.domains;

import farol.domain.posture.ChangePage;
import farol.domain.posture.PostureService;
import farol.web.kit.Pages;
import farol.web.kit.Texts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a domain's changes.
 *
 * @param topics links for the kinds of changes
 * @param groups newest first
 * @param query the parameters that lead to changes of this kind
 */
public record ChangeList(List<Topic> topics, List<ChangeGroup> groups, Pages pages, String query) {
  private static final int SIZE = 25;

  /** Names the list on its page. */
  private static final String ANCHOR = "changes";

  /**
   * A link to changes of one kind.
   *
   * @param current {@code true} as ARIA has it, or {@code false}
   */
  public record Topic(String id, String href, String text, String current) {}

  public ChangeList {
    topics = List.copyOf(topics);
    groups = List.copyOf(groups);
  }

  /**
   * The page that an address asks for.
   *
   * @param shown the domain
   * @param query the parameters that lead to it
   * @param kind as {@link ChangeTopic} has it
   * @param page counted from 1
   */
  static ChangeList of(
      PostureService postures,
      ShownPosture shown,
      String query,
      @Nullable String kind,
      @Nullable String page,
      Texts texts) {
    ChangeTopic topic = ChangeTopic.of(kind);
    int number = Pages.number(page);
    ChangePage changes = postures.changes(shown.domain().id(), topic.kinds(), number - 1, SIZE);
    return new ChangeList(
        Arrays.stream(ChangeTopic.values())
            .map(
                each ->
                    new Topic(
                        "topic-" + each.key(),
                        href(query, each) + "#" + ANCHOR,
                        texts.get("change.topic." + each.key()),
                        String.valueOf(each == topic)))
            .toList(),
        ChangeGroup.of(changes, postures.certificates(changes, shown.known()), texts),
        Pages.of(href(query, topic), number, SIZE, changes.total(), texts).to(ANCHOR),
        queryOf(query, topic));
  }

  private static String href(String query, ChangeTopic topic) {
    return "domain-published?" + queryOf(query, topic);
  }

  private static String queryOf(String query, ChangeTopic topic) {
    return topic == ChangeTopic.ALL ? query : query + "&kind=" + topic.key();
  }
}
