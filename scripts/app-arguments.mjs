// Gives the arguments that open the built app in a runtime.
import { projectRoot } from './project-paths.mjs'

export const isRoot = process.getuid?.() === 0

/** @param {readonly string[]} more files to offer to the app, or switches */
export const appArguments = (more) => [projectRoot, ...(isRoot ? ['--no-sandbox'] : []), ...more]
