// A modal dialog with a title, a body and a row of buttons.
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly buttons: ReactNode
  /** What came of the last try; in view however far the body is scrolled. */
  readonly outcome?: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
  readonly size?: 'small' | 'medium'
}

export function Dialog({
  title,
  onClose,
  children,
  buttons,
  outcome,
  role = 'dialog',
  size = 'small',
}: Props) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={false}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {outcome === undefined ? null : <div className="dialog-outcome">{outcome}</div>}
          <div className="dialog-buttons">{buttons}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
