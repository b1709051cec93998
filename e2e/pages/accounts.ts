// The sidebar with its dialogs, as a person uses them.
import { expect, type Page } from '@playwright/test'

export const accounts = (page: Page) => ({
  navigation: page.getByRole('navigation', { name: 'Accounts' }),
  entry: (name: string) =>
    page.getByRole('navigation', { name: 'Accounts' }).getByRole('button', { name }).first(),
  /** The entry with everything that belongs to it. */
  item: (name: string) =>
    page.getByRole('navigation', { name: 'Accounts' }).getByRole('listitem').filter({ hasText: name }),
  names: page.locator('[data-drop-account] .entry-name'),
  dialog: page.getByRole('dialog', { name: 'Add account' }),
})

export async function trySandbox(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sandbox' }).click()
  await expect(accounts(page).entry('KonPro sandbox')).toBeVisible()
}

type Fields = {
  readonly name: string
  readonly key: string
  readonly address?: string
  /** As it is called on screen; the first in the list unless told. */
  readonly provider?: string
}

/** Opens the dialog, types the fields; the caller presses "Test connection" or "Save". */
export async function fillAccount(page: Page, { name, key, address, provider }: Fields): Promise<void> {
  const { dialog } = accounts(page)
  await page.getByRole('button', { name: 'Add account' }).first().click()
  if (provider !== undefined)
    await dialog.getByRole('combobox', { name: 'Provider' }).selectOption({ label: provider })
  await dialog.getByRole('textbox', { name: 'Account name' }).fill(name)
  await dialog.getByLabel('API key').fill(key)
  if (address === undefined) return
  await dialog.getByRole('button', { name: 'Advanced' }).click()
  await dialog.getByRole('textbox', { name: 'Server address' }).fill(address)
}

export async function addAccount(page: Page, fields: Fields): Promise<void> {
  await fillAccount(page, fields)
  const { dialog, entry } = accounts(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await entry(fields.name).click()
}

/** Chooses from the menu behind an account's More button. */
export async function chooseFromMenu(page: Page, name: string, action: string): Promise<void> {
  await accounts(page).item(name).getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: action }).click()
}
