// Ends a script that cannot go on: with the message for a person, without a stack.

/** @param {() => Promise<number>} script returns the exit code */
export async function runScript(script) {
  try {
    process.exitCode = await script()
  } catch (error) {
    console.error(error instanceof Error ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
