// Opens the menu of all forms in which the selected assets can be copied.
import { useRef } from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import { openCopyMenu } from '../../stores/copy-menu-actions.ts'
import type { WholeSelection } from '../../stores/selection-store.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { shortcutLabel } from '../../ui/shortcut.ts'

type Props = {
  readonly items: readonly LibraryItem[]
  readonly whole?: WholeSelection | null
}

export function CopyAsButton({ items, whole = null }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const open = () => {
    const box = button.current?.getBoundingClientRect()
    if (box) openCopyMenu(items, { xPx: box.left, yPx: box.bottom + 4 }, whole)
  }
  return (
    <button
      ref={button}
      type="button"
      className="button button-plain button-small copy-as"
      aria-haspopup="menu"
      onClick={open}
    >
      <Icon name="copy" />
      {en.copyAs.button}
      <span className="spacer" />
      <kbd className="menu-keys">{shortcutLabel('Shift+C')}</kbd>
    </button>
  )
}
