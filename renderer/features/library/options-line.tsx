// Says under the toolbar what goes along with the open account's uploads.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { uploadOptionsText } from '../../format/upload-options-text.ts'
import { en } from '../../i18n/en.ts'
import { useContainerNames } from '../../queries/use-container-names.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { clearOneOffFields, useOneOffFields } from '../../stores/one-off-fields.ts'
import { useUploadFields } from '../../stores/upload-fields.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'

export function OptionsLine({ account }: { readonly account: AccountView }) {
  const usual = useUploadFields(account)
  const oneOff = useOneOffFields(account.id)
  const fields = oneOff ?? usual
  const nameOf = useContainerNames(account, fields)
  const text = uploadOptionsText(fields, manifestOf(account.providerId), nameOf)
  if (text === null && oneOff === null) return null
  return (
    <div className="options-line" data-once={oneOff !== null || undefined}>
      <Icon name="upload" size={14} />
      {oneOff === null ? null : <span className="badge">{en.options.once}</span>}
      <p title={text ?? undefined}>
        <bdi>{text ?? en.options.noneSet}</bdi>
      </p>
      <Button
        look="quiet"
        size="small"
        onPress={() => openDialog({ kind: 'upload-options', accountId: account.id, retries: false })}
      >
        {en.options.change}
      </Button>
      {oneOff === null ? null : (
        <IconButton icon="close" label={en.options.endOnce} onPress={() => clearOneOffFields(account.id)} />
      )}
    </div>
  )
}
