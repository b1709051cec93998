// Writes a request as a command or a program, its key read from the environment.
import type { ApiRequest } from './api-request.ts'
import { javascriptLiteral, pythonLiteral } from './code-literal.ts'
import { shellWord } from './shell-word.ts'

export function curlCode({ notes, url, auth, body }: ApiRequest): string {
  return [
    ...comments('#', notes),
    `curl -X POST ${shellWord(url)} \\`,
    // In double quotes, so that the shell puts the key in.
    `  -H "${auth.header}: ${auth.prefix}$${auth.variable}" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  --data-raw ${shellWord(JSON.stringify(body, null, 2))}`,
  ].join('\n')
}

/** For Node 18 and later, as a module; several stand below one another, so nothing is declared. */
export function javascriptCode({ notes, url, auth, body }: ApiRequest): string {
  const key =
    auth.prefix === '' ? `process.env.${auth.variable}` : `\`${auth.prefix}\${process.env.${auth.variable}}\``
  return [
    ...comments('//', notes),
    `await fetch(${javascriptLiteral(url)}, {`,
    `  method: "POST",`,
    `  headers: { ${javascriptLiteral(auth.header)}: ${key}, "Content-Type": "application/json" },`,
    `  body: JSON.stringify(${javascriptLiteral(body, 1)}),`,
    `}).then(async (response) => console.log(response.status, await response.text()))`,
  ].join('\n')
}

export const PYTHON_IMPORTS = 'import json\nimport os\nimport urllib.request'

/** Of the standard library alone; goes below `PYTHON_IMPORTS`. */
export function pythonCode({ notes, url, auth, body }: ApiRequest): string {
  const variable = `os.environ["${auth.variable}"]`
  const key = auth.prefix === '' ? variable : `${pythonLiteral(auth.prefix)} + ${variable}`
  return [
    ...comments('#', notes),
    `request = urllib.request.Request(`,
    `  ${pythonLiteral(url)},`,
    `  method="POST",`,
    `  headers={${pythonLiteral(auth.header)}: ${key}, "Content-Type": "application/json"},`,
    `  data=json.dumps(${pythonLiteral(body, 1)}).encode(),`,
    `)`,
    `print(urllib.request.urlopen(request).read().decode())`,
  ].join('\n')
}

function comments(mark: string, notes: readonly string[]): string[] {
  return notes.map((note) => `${mark} ${note}.`)
}
