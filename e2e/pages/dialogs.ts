// The dialogs about incoming files, as a person finds them on screen.
import type { Page } from '@playwright/test'

export const refusedDialog = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: /not sent$/ })
  return {
    dialog,
    reason: (fileName: string) => dialog.getByRole('listitem').filter({ hasText: fileName }),
    dismiss: dialog.getByRole('button', { name: 'Dismiss' }),
  }
}

export const sendDialog = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: /^Send / })
  return {
    dialog,
    account: dialog.getByRole('combobox', { name: 'Account' }),
    send: dialog.getByRole('button', { name: 'Send' }),
  }
}
