package farol.ingest.report;

import farol.intake.Delivery;
import farol.problem.Problem;
import farol.wire.RefusalCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What senders are told, and by which status. */
final class Replies {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(408, "Request Timeout"),
          Map.entry(411, "Length Required"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(503, "Service Unavailable"));

  private Replies() {}

  static Reply of(Delivery delivery) {
    return delivery
        .refusal()
        .map(code -> refusal(code, delivery.detail()))
        .orElseGet(() -> receipt(delivery));
  }

  private static Reply receipt(Delivery delivery) {
    return Reply.of(
        delivery.status() == Delivery.Status.DUPLICATE ? 200 : 201,
        "application/json",
        new Receipt(delivery.status().name().toLowerCase(Locale.ROOT), delivery.warnings()));
  }

  /** A report that can't be taken. */
  static Reply refusal(RefusalCode code, String detail) {
    return switch (code) {
      case UNKNOWN_TOKEN -> unknownToken();
      case BODY_TOO_LARGE -> problem(code, detail).closing();
      case CONTENT_ENCODING -> problem(code, detail).with("Accept-Encoding", "gzip");
      default -> problem(code, detail);
    };
  }

  /** One answer for tokens that are unknown, malformed or retired. */
  static Reply unknownToken() {
    return problem(RefusalCode.UNKNOWN_TOKEN, "no collector has this address");
  }

  /** For every method but POST, and every token. */
  static Reply methodNotAllowed() {
    return problem(405, "METHOD", "reports are sent with POST").with("Allow", "POST");
  }

  static Reply tooSlow() {
    return problem(408, "BODY_TOO_SLOW", "the body did not come in time").closing();
  }

  static Reply lengthRequired() {
    return problem(411, "LENGTH_REQUIRED", "a report needs Content-Length or chunks").closing();
  }

  static Reply transferCoding() {
    return problem(501, "TRANSFER_CODING", "the only transfer coding is chunked").closing();
  }

  static Reply unreadable() {
    return problem(400, "BAD_REQUEST", "the body could not be read").closing();
  }

  static Reply tooMany(Duration wait) {
    return later(429, "TOO_MANY_REQUESTS", "too many reports in too short a time", wait);
  }

  static Reply tooManyAtOnce() {
    return later(429, "TOO_MANY_AT_ONCE", "too many requests at once from this address", SOON)
        .closing();
  }

  static Reply noRoom() {
    return later(503, "NO_ROOM", "too many reports are coming in at once", SOON).closing();
  }

  static Reply storageUnavailable() {
    return later(503, "STORAGE_UNAVAILABLE", "reports can't be stored now", SOON);
  }

  static Reply internalError() {
    return problem(500, "INTERNAL_ERROR", "the report could not be handled");
  }

  /** Whole seconds, rounded up: who waits as long as told is not refused again. */
  private static Reply later(int status, String code, String detail, Duration wait) {
    long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    return problem(status, code, detail).with("Retry-After", String.valueOf(seconds));
  }

  private static Reply problem(RefusalCode code, String detail) {
    return problem(code.status(), code.name(), detail);
  }

  private static Reply problem(int status, String code, String detail) {
    String title = TITLES.getOrDefault(status, code);
    return Reply.of(status, Problem.MEDIA_TYPE, Problem.of(status, title, code, detail));
  }
}
