// Writes one field of a CSV file, by RFC 4180.

/** Begins a formula in a spreadsheet, also after the blanks that some of them skip; or looks like one made harmless. */
const FORMULA = /^'*\s*[=+\-@\t\r]/

/** Text that a spreadsheet would calculate gets an apostrophe before it, as OWASP advises; a number needs none. */
export function csvField(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What `csvField` was given, from a field that was read. */
export function fromCsvField(field: string): string {
  return field.startsWith("'") && FORMULA.test(field) ? field.slice(1) : field
}
