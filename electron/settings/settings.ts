// The person's settings, kept in a file and told to whoever listens.
import type { Settings } from '../../shared/model/settings.ts'
import type { JsonFile } from '../platform.ts'

type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

export type SettingsStore = {
  readonly get: () => Settings
  /** Fields that are absent or undefined stay as they are. */
  readonly update: (change: SettingsChange) => Settings
}

export function createSettings(
  file: JsonFile<Settings>,
  onChanged: (settings: Settings) => void,
): SettingsStore {
  return {
    get: () => file.read(),
    update: (change) => {
      const said = Object.entries(change).filter(([, value]) => value !== undefined)
      const settings: Settings = { ...file.read(), ...Object.fromEntries(said) }
      file.write(settings)
      onChanged(settings)
      return settings
    },
  }
}
