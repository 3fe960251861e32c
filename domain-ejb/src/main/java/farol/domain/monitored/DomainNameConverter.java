package farol.domain.monitored;

import farol.domain.shared.DomainName;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a domain's name as its A-labels. */
@Converter
class DomainNameConverter implements AttributeConverter<DomainName, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable DomainName name) {
    return name == null ? null : name.value();
  }

  @Override
  public @Nullable DomainName convertToEntityAttribute(@Nullable String value) {
    return value == null ? null : DomainName.parse(value);
  }
}
