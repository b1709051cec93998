// The export and import of the record as a person goes through them.
import type { Page } from '@playwright/test'
import { settings } from './settings.ts'

export const transfer = (page: Page) => {
  const exporting = page.getByRole('dialog', { name: 'Export' })
  const importing = page.getByRole('dialog', { name: /^Import/ })
  return {
    exporting,
    what: exporting.getByRole('combobox', { name: 'What' }),
    startExport: exporting.getByRole('button', { name: 'Export…' }),
    importing,
    chooseFile: importing.getByRole('button', { name: 'Choose file…' }),
    startImport: importing.getByRole('button', { name: 'Import', exact: true }),
    cancel: importing.getByRole('button', { name: 'Cancel' }),
    open: async (name: 'Export record…' | 'Import record…') => {
      await settings(page).open.click()
      await settings(page).dialog.getByRole('button', { name }).click()
    },
  }
}
