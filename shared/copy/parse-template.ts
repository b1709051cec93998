// Reads a template: plain text with placeholders such as `{id}` or `{value:image_key}`.

export const PLACEHOLDERS = [
  'id',
  'name',
  'url',
  'account',
  'provider',
  'kind',
  'size',
  'width',
  'height',
  'sha256',
  'created',
  'uploaded',
  'expires',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly name: Placeholder }
  /** One of the provider's own values, by its name. */
  | { readonly kind: 'value'; readonly name: string }

export type TemplateProblem =
  | { readonly code: 'unknown-placeholder'; readonly placeholder: string }
  | { readonly code: 'value-without-name' }
  | { readonly code: 'no-placeholder' }

export type ParsedTemplate = {
  readonly parts: readonly TemplatePart[]
  /** Empty: the template can be used. */
  readonly problems: readonly TemplateProblem[]
}

/** A word in braces; braces around anything else, as in JSON or a program, are text. A backslash before makes it text. */
const MARK = /\\(\{[a-z][\w-]*(?::[^{}\r\n]*)?\})|\{([a-z][\w-]*)(:[^{}\r\n]*)?\}/gi

export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePart[] = []
  const problems: TemplateProblem[] = []
  let end = 0
  const addText = (more: string) => {
    if (more !== '') parts.push({ kind: 'text', text: more })
  }
  for (const match of text.matchAll(MARK)) {
    const [mark, escaped, name = '', argument] = match
    addText(text.slice(end, match.index))
    end = match.index + mark.length
    if (escaped !== undefined) addText(escaped)
    else if (name === 'value') {
      const valueName = argument?.slice(1).trim() ?? ''
      if (valueName === '') problems.push({ code: 'value-without-name' })
      else parts.push({ kind: 'value', name: valueName })
    } else if (isPlaceholder(name) && argument === undefined) parts.push({ kind: 'fact', name })
    else problems.push({ code: 'unknown-placeholder', placeholder: mark })
  }
  addText(text.slice(end))
  const isFixed = problems.length === 0 && parts.every(({ kind }) => kind === 'text')
  return { parts, problems: isFixed ? [{ code: 'no-placeholder' }] : problems }
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name)
}
