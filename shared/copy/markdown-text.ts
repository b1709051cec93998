// Writes plain text, code and addresses into Markdown so that none of it is taken for markup.

/** One line: Markdown has no way to keep a line break within a link. */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(BEGINS_BLOCK, '$1\\$2')
}

/** What makes a heading, a list or a quotation where a line begins with it. */
const BEGINS_BLOCK = /^(\s*|\s*\d+)([#+\-=.)])/

/** A code span: fenced by one backtick more than the text has in a row. */
export function markdownCode(text: string): string {
  const line = oneLine(text)
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const needsRoom = line.startsWith('`') || line.endsWith('`') || (/^ .* $/.test(line) && line.trim() !== '')
  return needsRoom ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}

/** A link's destination, in pointed brackets. */
export function markdownUrl(url: string): string {
  return `<${encodeSome(url, /[\s<>\\]/g)}>`
}

function encodeSome(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => encodeURIComponent(sign))
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ')
}
