// The settings as a person finds them on screen.
import type { Page } from '@playwright/test'

export const settings = (page: Page) => ({
  open: page.getByRole('button', { name: 'Settings' }),
  dialog: page.getByRole('dialog', { name: 'Settings' }),
})
