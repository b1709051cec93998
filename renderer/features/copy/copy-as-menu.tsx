// The menu of all forms in which assets can be copied, wherever it was asked for.
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { Header, Menu, MenuItem, MenuSection, Popover, Separator, Text } from 'react-aria-components'
import { COPY_FORMAT_IDS } from '../../../shared/copy/copy-formats.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { copyAs, copyWhole } from '../../stores/copy-as-actions.ts'
import type { CopyForm } from '../../stores/copy-form.ts'
import { closeCopyMenu } from '../../stores/copy-menu-actions.ts'
import { type CopyMenu, useCopyMenuStore } from '../../stores/copy-menu-store.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { offerOf } from './copy-offer.ts'

const EDIT = 'edit'

export function CopyAsMenu() {
  const menu = useCopyMenuStore((state) => state.menu)
  return menu ? <OpenMenu menu={menu} /> : null
}

function OpenMenu({ menu: { items, whole, xPx, yPx } }: { readonly menu: CopyMenu }) {
  const trigger = useRef<HTMLSpanElement>(null)
  const before = useRef(document.activeElement)
  const accounts = useAccountsStore((state) => state.accounts)
  const templates = useAppStore((state) => state.settings.copyTemplates)
  const [first] = items
  const close = () => {
    // What had the focus gets it back, even if the menu was opened by a key.
    flushSync(closeCopyMenu)
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  const edit = () => {
    closeCopyMenu()
    openDialog({ kind: 'settings' })
  }
  const count = whole?.count ?? items.length
  const heading = count === 1 ? (first?.name ?? first?.primaryId ?? '') : plural(en.copyAs.several, count)
  const entry = (id: string, label: string, form: CopyForm) => {
    const { note, isPossible } = offerOf(items, accounts, form)
    return (
      <MenuItem
        key={id}
        id={id}
        className="menu-item copy-form"
        textValue={label}
        isDisabled={!isPossible}
        onAction={() => void (whole ? copyWhole(whole, form) : copyAs(items, form))}
      >
        <Text slot="label">{label}</Text>
        {note === null ? null : (
          <Text slot="description" className="copy-form-note">
            {note}
          </Text>
        )}
      </MenuItem>
    )
  }
  return (
    <>
      <span ref={trigger} className="menu-point" style={{ left: xPx, top: yPx }} />
      <Popover
        className="popover copy-menu"
        triggerRef={trigger}
        placement="bottom start"
        offset={0}
        isOpen
        onOpenChange={(isOpen) => !isOpen && close()}
      >
        <Menu className="menu" aria-label={en.copyAs.menu} autoFocus="first" onClose={close}>
          <MenuSection>
            <Header className="menu-header">
              {en.copyAs.menu}
              <bdi>{heading}</bdi>
            </Header>
            {COPY_FORMAT_IDS.map((format) => entry(format, en.copyAs.formats[format], { format }))}
          </MenuSection>
          <Separator className="menu-line" />
          {templates.length === 0 ? null : (
            <MenuSection aria-label={en.copyAs.own}>
              {templates.map((template) => entry(`own ${template.id}`, template.name, { template }))}
            </MenuSection>
          )}
          <MenuItem id={EDIT} className="menu-item" textValue={en.copyAs.edit} onAction={edit}>
            <Icon name="pencil" />
            {en.copyAs.edit}
          </MenuItem>
        </Menu>
      </Popover>
    </>
  )
}
