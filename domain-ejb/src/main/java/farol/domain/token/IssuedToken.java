package farol.domain.token;

/** A token that was just made, with what is shown this once. */
public record IssuedToken(ApiToken token, TokenSecret secret) {}
