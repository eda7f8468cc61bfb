const issuer = "教育雲端帳號";

/** The address a QR picture shows to an authenticator app (Key Uri Format): the service, whose account, the seed in Base32. */
export function keyUri(account: string, secret: string): string {
  const service = encodeURIComponent(issuer);
  return `otpauth://totp/${service}:${encodeURIComponent(account)}?secret=${secret}&issuer=${service}`;
}
