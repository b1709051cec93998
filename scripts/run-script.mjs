// Ends a script that cannot go on: with the message for a person, without a stack.

const shownLines = 30

/** @param {unknown} error */
function messageOf(error) {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n')
  if (lines.length <= shownLines) return lines.join('\n')
  return [...lines.slice(0, shownLines), `… and ${lines.length - shownLines} more lines`].join('\n')
}

/** @param {() => Promise<number>} script returns the exit code */
export async function runScript(script) {
  try {
    process.exitCode = await script()
  } catch (error) {
    console.error(`\n${messageOf(error)}`)
    process.exitCode = 1
  }
}
