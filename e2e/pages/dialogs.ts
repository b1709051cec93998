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

export const knownDialog = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: /already there$/ })
  return {
    dialog,
    entry: (fileName: string) => dialog.getByRole('listitem').filter({ hasText: fileName }),
    always: dialog.getByRole('checkbox', { name: 'Do this every time' }),
    skip: dialog.getByRole('button', { name: 'Skip' }),
    uploadAnyway: dialog.getByRole('button', { name: 'Upload anyway' }),
    copyIds: dialog.getByRole('button', { name: /^Copy (the|\d+) IDs?$/ }),
  }
}
