// The sidebar with its dialogs, as a person uses them.
import { expect, type Page } from '@playwright/test'

export const accounts = (page: Page) => {
  const navigation = page.getByRole('navigation', { name: 'Accounts' })
  const dialog = page.getByRole('dialog', { name: 'Add account' })
  const keyDialog = page.getByRole('dialog', { name: 'Enter key' })
  return {
    navigation,
    entry: (name: string) => navigation.getByRole('button', { name }).first(),
    /** The entry with everything that belongs to it. */
    item: (name: string) => navigation.getByRole('listitem').filter({ hasText: name }),
    names: page.locator('[data-drop-account] .entry-name'),
    dialog,
    name: dialog.getByRole('textbox', { name: 'Account name' }),
    key: dialog.getByLabel('API key'),
    address: dialog.getByRole('textbox', { name: 'Server address' }),
    test: dialog.getByRole('button', { name: 'Test connection' }),
    save: dialog.getByRole('button', { name: 'Save' }),
    keyDialog,
    newKey: keyDialog.getByLabel('API key'),
    saveKey: keyDialog.getByRole('button', { name: 'Save' }),
    removal: page.getByRole('alertdialog', { name: /^Remove / }),
  }
}

export async function trySandbox(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sandbox' }).click()
  await expect(accounts(page).entry('KonPro sandbox')).toBeVisible()
}

export type AccountFields = {
  readonly name: string
  readonly key: string
  readonly address?: string
  /** As it is called on screen; the first in the list unless told. */
  readonly provider?: string
}

export async function openAddAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add account' }).first().click()
}

/** Types the fields into the open dialog; the caller presses "Test connection" or "Save". */
export async function typeAccount(page: Page, fields: AccountFields): Promise<void> {
  const { dialog, name, key, address } = accounts(page)
  if (fields.provider !== undefined)
    await dialog.getByRole('combobox', { name: 'Provider' }).selectOption({ label: fields.provider })
  await name.fill(fields.name)
  await key.fill(fields.key)
  if (fields.address === undefined) return
  if (await address.isHidden()) await dialog.getByRole('button', { name: 'Advanced' }).click()
  await address.fill(fields.address)
}

export async function addAccount(page: Page, fields: AccountFields): Promise<void> {
  await openAddAccount(page)
  await typeAccount(page, fields)
  const { dialog, save, entry } = accounts(page)
  await save.click()
  await expect(dialog).toBeHidden()
  await entry(fields.name).click()
}

export async function chooseForAccount(page: Page, name: string, action: string | RegExp): Promise<void> {
  const { navigation } = accounts(page)
  const item = navigation.getByRole('listitem').filter({ hasText: name })
  await item.hover()
  await item.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

/** For an account whose key was refused, or has to be entered once more. */
export async function enterKey(page: Page, name: string, key: string): Promise<void> {
  await chooseForAccount(page, name, /^New key/)
  const { keyDialog, newKey, saveKey } = accounts(page)
  await newKey.fill(key)
  await saveKey.click()
  await expect(keyDialog).toBeHidden()
}
