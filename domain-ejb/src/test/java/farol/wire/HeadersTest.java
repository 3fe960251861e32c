package farol.wire;

import static farol.wire.Bodies.gzip;
import static farol.wire.Bodies.smallReport;
import static farol.wire.Bodies.utf8;
import static farol.wire.ReadingAssert.accepted;
import static farol.wire.ReadingAssert.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Content-Type and Content-Encoding say, against what the body is. */
class HeadersTest {
  private static final byte[] JSON = utf8(smallReport());

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "application/tlsrpt+json",
        "application/json",
        "Application/TLSRPT+JSON ; charset=utf-8",
        "application/octet-stream"
      })
  void jsonMayBeLabelledSo(@Nullable String contentType) {
    accepted(Bodies.read(JSON, contentType, null));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "application/tlsrpt+gzip",
        "application/gzip",
        "application/x-gzip",
        "application/octet-stream"
      })
  void gzipMayBeLabelledSo(@Nullable String contentType) {
    accepted(Bodies.read(gzip(JSON), contentType, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/tlsrpt+gzip", "application/gzip", "application/x-gzip"})
  void jsonLabelledGzipIsReadWithAWarning(String contentType) {
    accepted(Bodies.read(JSON, contentType, null), WarningCode.WARN_MEDIA_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/tlsrpt+json", "application/json"})
  void gzipLabelledJsonIsReadWithAWarning(String contentType) {
    accepted(Bodies.read(gzip(JSON), contentType, null), WarningCode.WARN_MEDIA_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data", "application/tlsrpt", "json", "*/*"})
  void otherMediaTypesAreRefusedUnread(String contentType) {
    refused(Bodies.read(JSON, contentType, null), RefusalCode.MEDIA_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip "})
  void contentMayBeCodedByGzip(String encoding) {
    accepted(Bodies.read(gzip(JSON), "application/tlsrpt+json", encoding));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = "identity")
  void contentMayBeUncoded(@Nullable String encoding) {
    accepted(Bodies.read(JSON, "application/tlsrpt+json", encoding));
  }

  @Test
  void codingThatTheBodyDoesNotHaveIsReadWithAWarning() {
    accepted(
        Bodies.read(JSON, "application/tlsrpt+json", "gzip"), WarningCode.WARN_CONTENT_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip,br", "zstd"})
  void otherCodingsAreRefusedUnread(String encoding) {
    refused(Bodies.read(JSON, null, encoding), RefusalCode.CONTENT_ENCODING);
  }
}
