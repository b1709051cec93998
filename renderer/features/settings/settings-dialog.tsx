// The app's settings, and where it keeps what it knows.
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { showDataFolder, updateSettings } from '../../stores/settings-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { AccountsTransfer } from './accounts-transfer.tsx'
import { CopySettings } from './copy-settings.tsx'
import { RecordTransfer } from './record-transfer.tsx'
import { UploadSettings } from './upload-settings.tsx'

const THEMES = [
  { value: 'system', label: en.settings.themes.system },
  { value: 'light', label: en.settings.themes.light },
  { value: 'dark', label: en.settings.themes.dark },
] as const

const KNOWN_FILES = [
  { value: 'ask', label: en.known.settings.ask },
  { value: 'skip', label: en.known.settings.skip },
  { value: 'upload', label: en.known.settings.upload },
] as const

export function SettingsDialog() {
  const isOpen = useDialogStore((state) => state.dialog?.kind === 'settings')
  const theme = useAppStore((state) => state.settings.theme)
  const knownFiles = useAppStore((state) => state.settings.knownFiles)
  const keyring = useAppStore((state) => state.keyring)
  if (!isOpen) return null
  return (
    <Dialog
      title={en.settings.title}
      size="medium"
      onClose={closeDialog}
      buttons={
        <Button look="primary" onPress={closeDialog}>
          {en.app.close}
        </Button>
      }
    >
      <dl className="settings-list">
        <div>
          <dt>{en.settings.theme}</dt>
          <dd>
            <Segmented
              label={en.settings.theme}
              value={theme}
              options={THEMES}
              onChange={(value) => updateSettings({ theme: value })}
            />
          </dd>
        </div>
        <div>
          <dt>{en.known.setting}</dt>
          <dd>
            <Segmented
              label={en.known.setting}
              value={knownFiles}
              options={KNOWN_FILES}
              onChange={(value) => updateSettings({ knownFiles: value })}
            />
            <span className="field-hint">{en.known.settingHint}</span>
          </dd>
        </div>
        <UploadSettings />
        <CopySettings />
        <div>
          <dt>{en.settings.keys}</dt>
          <dd className="settings-keys">
            <Icon name={keyring.available ? 'lock' : 'alert'} />
            {keyring.available ? fill(en.settings.keyring, { name: keyring.name }) : en.settings.noKeyring}
          </dd>
        </div>
        <div>
          <dt>{en.settings.accounts}</dt>
          <dd>
            <AccountsTransfer />
          </dd>
        </div>
        <div>
          <dt>{en.transfer.setting}</dt>
          <dd>
            <RecordTransfer />
          </dd>
        </div>
        <div>
          <dt>{en.settings.dataFolder}</dt>
          <dd>
            <Button onPress={showDataFolder}>{en.settings.showDataFolder}</Button>
            <span className="field-hint">{en.settings.dataFolderHint}</span>
          </dd>
        </div>
      </dl>
    </Dialog>
  )
}
