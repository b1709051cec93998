// Offers the IDs of files whose content the accounts have already, and asks what else to do with them.
import { useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import type { KnownFile } from '../../../shared/model/intake.ts'
import { formatDay } from '../../format/date.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { copyIds, copyText } from '../../stores/copy-actions.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import type { KnownGroup } from '../../stores/dialog-store.ts'
import { showMessage } from '../../stores/message-actions.ts'
import { updateSettings } from '../../stores/settings-actions.ts'
import { Button } from '../../ui/button.tsx'
import { CheckInput } from '../../ui/check-input.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import { sendGrants } from './send-grants.ts'

/** A longer list says no more than its length does. */
const MOST_LISTED = 100

export function KnownDialog({ groups }: { readonly groups: readonly KnownGroup[] }) {
  const accounts = useAccountsStore((state) => state.accounts)
  const [isAlways, setIsAlways] = useState(false)
  const files = groups.flatMap(({ accountId, known }) =>
    known.map((file) => ({ file, account: accounts.find(({ id }) => id === accountId) })),
  )
  const ids = [
    ...new Set(
      files.flatMap(({ file: { earlier } }) => (earlier.at === 'provider' ? [earlier.primaryId] : [])),
    ),
  ]
  const title = plural(en.known.title, files.length)
  const remember = (knownFiles: 'skip' | 'upload') => {
    if (isAlways) updateSettings({ knownFiles })
    closeDialog()
  }
  const uploadAnyway = () => {
    remember('upload')
    for (const { accountId, fields, known } of groups) {
      const account = accounts.find(({ id }) => id === accountId)
      const grants = known.map(({ grant }) => grant)
      if (account) void sendGrants(grants, [{ account, fields }], { sendsKnown: true })
    }
  }
  // Closed without an answer: the files can still be sent from the message that stays for a while.
  const leave = () => {
    closeDialog()
    showMessage({ code: 'files-known', groups })
  }
  return (
    <Dialog
      title={title}
      size="medium"
      onClose={leave}
      buttons={
        <>
          {ids.length === 0 ? null : (
            <CopyButton look="text" label={plural(en.known.copyIds, ids.length)} copy={() => copyIds(ids)} />
          )}
          <span className="spacer" />
          <Button onPress={uploadAnyway}>{en.known.uploadAnyway}</Button>
          <Button look="primary" autoFocus onPress={() => remember('skip')}>
            {en.known.skip}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">
        {plural(ids.length > 0 ? en.known.lead : en.known.leadQueued, files.length)}
      </p>
      <ReasonList
        label={title}
        icon="check-circle"
        look="good"
        rows={files.slice(0, MOST_LISTED).map(({ file, account }, index) => ({
          key: `${index} ${file.name}`,
          name: file.name,
          reason: <Earlier file={file} account={account} />,
        }))}
      />
      {files.length > MOST_LISTED ? (
        <p className="field-hint">{plural(en.known.more, files.length - MOST_LISTED)}</p>
      ) : null}
      <CheckInput label={en.known.always} isSelected={isAlways} onChange={setIsAlways} />
    </Dialog>
  )
}

type EarlierProps = { readonly file: KnownFile; readonly account: AccountView | undefined }

function Earlier({ file: { earlier }, account }: EarlierProps) {
  const words = { account: account?.name ?? en.uploads.unknownAccount, name: earlier.fileName }
  if (earlier.at === 'queue') return <span className="refused-reason">{fill(en.known.queued, words)}</span>
  return (
    <span className="known-copy">
      <span className="refused-reason">
        {fill(en.known.uploaded, { ...words, date: formatDay(earlier.uploadedAtMs) })}
      </span>
      <code>{earlier.primaryId}</code>
      <CopyButton label={en.uploads.copyId} copy={() => copyText(earlier.primaryId)} />
    </span>
  )
}
