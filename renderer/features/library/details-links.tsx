// The ways out of Wharf to an asset: its source file in the file manager, its address in the browser.
import { useState } from 'react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { showFailure } from '../../stores/message-actions.ts'
import { Button } from '../../ui/button.tsx'

export function DetailsLinks({ item }: { readonly item: LibraryItem }) {
  const { accountId, primaryId, hasSourceFile, hasUrl } = item
  const [host, setHost] = useState<string | null>(null)
  const reveal = async () => {
    const result = await settle(bridge().calls['assets.reveal']({ accountId, primaryId }))
    if (!result.ok) showFailure(result.failure, accountId)
  }
  const open = async (agreedHost: string | null) => {
    const result = await settle(bridge().calls['assets.openUrl']({ accountId, primaryId, agreedHost }))
    if (!result.ok) showFailure(result.failure, accountId)
    setHost(result.ok && !result.value.isOpened ? result.value.host : null)
  }
  if (!hasSourceFile && !hasUrl) return null
  const provider = manifestOf(item.providerId).displayName
  return (
    <div className="details-links">
      {hasSourceFile ? (
        <Button size="small" icon="folder" onPress={() => void reveal()}>
          {en.notes.reveal}
        </Button>
      ) : null}
      {hasUrl ? (
        <DialogTrigger
          isOpen={host !== null}
          onOpenChange={(isOpen) => (isOpen ? void open(null) : setHost(null))}
        >
          <Button size="small">{en.notes.openUrl}</Button>
          <Popover className="popover link-question" placement="bottom start" offset={4}>
            <Dialog className="filter-form">
              <Heading slot="title">{fill(en.notes.openTitle, { host: host ?? '' })}</Heading>
              <p>{fill(en.notes.openLead, { host: host ?? '', provider })}</p>
              <div className="details-links">
                <Button look="primary" size="small" autoFocus onPress={() => void open(host)}>
                  {en.notes.open}
                </Button>
                <Button size="small" onPress={() => setHost(null)}>
                  {en.app.cancel}
                </Button>
              </div>
            </Dialog>
          </Popover>
        </DialogTrigger>
      ) : null}
    </div>
  )
}
