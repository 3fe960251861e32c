package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingLimitsTest {
  @ParameterizedTest
  @MethodSource("components")
  void nothingButTheTimeAheadMayBeNone(String component) throws ReflectiveOperationException {
    if (component.equals("ahead")) {
      assertThat(with(component, Duration.ZERO).ahead()).isZero();
      return;
    }
    assertThatThrownBy(() -> with(component, none(component)))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessageStartingWith(component + " must be positive");
  }

  @Test
  void timeAheadIsNeverNegative() {
    assertThatThrownBy(() -> with("ahead", Duration.ofSeconds(-1)))
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sumsOfCountsNeverOverflow() {
    assertThatThrownBy(() -> with("count", 1_000_000_000_001L))
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  static Stream<String> components() {
    return Arrays.stream(ReadingLimits.class.getRecordComponents()).map(RecordComponent::getName);
  }

  private static Object none(String component) throws ReflectiveOperationException {
    Class<?> type = ReadingLimits.class.getDeclaredMethod(component).getReturnType();
    return type == Duration.class ? Duration.ZERO : type == long.class ? (Object) 0L : (Object) 0;
  }

  /** The defaults with one component replaced. */
  private static ReadingLimits with(String changed, Object value)
      throws ReflectiveOperationException {
    RecordComponent[] components = ReadingLimits.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          components[i].getName().equals(changed)
              ? value
              : components[i].getAccessor().invoke(ReadingLimits.defaults());
    }
    return ReadingLimits.class.getDeclaredConstructor(types).newInstance(values);
  }
}
