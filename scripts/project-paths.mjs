// Names the folders that the scripts share.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))
export const cacheFolder = join(projectRoot, 'node_modules', '.cache', 'wharf')
export const artifactsFolder = join(projectRoot, 'artifacts')
