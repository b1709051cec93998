// Takes secrets out of text that comes from outside before anyone sees or stores it.

const LONGEST_QUOTE = 300
const SIGNED_QUERY = /(https?:\/\/[^\s"'<>?]+)\?[^\s"'<>]*/g
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cf}]+/gu

/** A quotable line: without the secrets, without query strings (they may be signatures), at most 300 characters. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) if (secret.length > 0) clean = clean.replaceAll(secret, '•••')
  clean = clean.replace(SIGNED_QUERY, '$1').replace(CONTROL_CHARACTERS, ' ').replace(/\s+/g, ' ').trim()
  return clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE - 1)}…` : clean
}
