// The quick preview as a person finds it on screen.
import type { Page } from '@playwright/test'

export const preview = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: /^Preview of/ })
  return {
    dialog,
    named: (name: string) => page.getByRole('dialog', { name: `Preview of ${name}`, exact: true }),
    image: dialog.getByRole('img'),
    video: dialog.locator('video'),
    audio: dialog.locator('audio'),
    button: (name: string) => dialog.getByRole('button', { name }),
  }
}
