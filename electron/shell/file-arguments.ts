// Finds the file paths among command-line arguments.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Existing paths in their order, without switches, the executable, or the folder of the app itself. */
export function fileArguments(
  argv: readonly string[],
  workingFolder: string,
  appFolder: string,
): readonly string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(workingFolder, argument))
    .filter((path) => path !== resolve(appFolder) && existsSync(path))
}
