// A button that copies and says so for a second.
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { en } from '../i18n/en.ts'
import { Icon } from './icons/icon.tsx'

const SAID_FOR_MS = 1000

type Props = {
  /** Whether it worked; only then the button says so. */
  readonly copy: () => Promise<boolean>
  readonly label: string
  readonly look?: 'icon' | 'text'
  readonly excludeFromTabOrder?: boolean
}

export function CopyButton({ copy, label, look = 'icon', excludeFromTabOrder = false }: Props) {
  const [copiedAtMs, setCopiedAtMs] = useState<number | null>(null)
  const isCopied = copiedAtMs !== null
  useEffect(() => {
    if (copiedAtMs === null) return
    const timer = window.setTimeout(() => setCopiedAtMs(null), SAID_FOR_MS)
    return () => window.clearTimeout(timer)
  }, [copiedAtMs])

  const press = async () => {
    if (await copy()) setCopiedAtMs(Date.now())
  }
  return (
    <Button
      className={look === 'icon' ? 'icon-button copy-button' : 'button button-plain button-small copy-button'}
      excludeFromTabOrder={excludeFromTabOrder}
      aria-label={isCopied ? en.library.copied : label}
      data-copied={isCopied || undefined}
      onPress={() => void press()}
    >
      <Icon name={isCopied ? 'check' : 'copy'} />
      {look === 'text' ? <span>{isCopied ? en.library.copied : label}</span> : null}
      {look === 'icon' && isCopied ? <span className="copy-said">{en.library.copied}</span> : null}
    </Button>
  )
}
