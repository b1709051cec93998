// Brings text to the form in which it is compared: case and accents do not count.
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
