// Writes the log into the data folder.
import { join } from 'node:path'
import electronLog from 'electron-log/node.js'
import type { Log } from '../log.ts'

const MAX_LOG_BYTES = 5 * 1024 * 1024

export function openLog(dataFolder: string): Log {
  electronLog.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'wharf.log')
  electronLog.transports.file.maxSize = MAX_LOG_BYTES
  electronLog.transports.console.level = false
  return {
    info: (event, facts = {}) => {
      electronLog.info(event, JSON.stringify(facts))
    },
    error: (event, facts = {}) => {
      electronLog.error(event, JSON.stringify(facts))
    },
  }
}
