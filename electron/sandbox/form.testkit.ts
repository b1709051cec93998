// Builds multipart bodies for tests: whole ones as browsers do, or any text between boundaries.

export type Form = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }

/** Each part a text, or a file by its bytes. */
export type Part = readonly [name: string, value: string | FilePart]
export type FilePart = { readonly bytes: Uint8Array; readonly name?: string; readonly type?: string }

export async function formOf(parts: readonly Part[]): Promise<Form> {
  const form = new FormData()
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value)
    else {
      const { bytes, name: fileName = 'picture.png', type = 'image/png' } = value
      form.append(name, new Blob([Buffer.from(bytes)], { type }), fileName)
    }
  }
  const encoded = new Response(form)
  const contentType = encoded.headers.get('content-type') ?? ''
  return { body: Buffer.from(await encoded.arrayBuffer()), headers: { 'content-type': contentType } }
}

/** The text as it is, with lines ended as forms end them; `--x` is the boundary. */
export function rawForm(lines: readonly string[]): Form {
  return {
    body: Buffer.from(lines.join('\r\n')),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }
}
