// The library as a person finds it on screen.
import type { Locator, Page } from '@playwright/test'

export const library = (page: Page) => {
  const region = page.getByRole('region', { name: 'Library' })
  return {
    region,
    grid: page.getByLabel('Assets'),
    scroller: region.locator('.asset-scroll'),
    loadMore: region.getByRole('button', { name: 'Load more' }),
    assets: page.locator('[data-asset-id]'),
    fileNames: page.locator('[data-asset-id] .file-name'),
    asset: (id: string): Locator => page.locator(`[data-asset-id="${id}"]`),
    search: page.getByRole('searchbox', { name: 'Search' }),
    type: page.getByRole('combobox', { name: 'Type' }),
    fileInput: page.locator('input[type=file][multiple]'),
    dropZone: page.getByRole('region', { name: 'Drop zone' }),
    details: page.getByRole('complementary', { name: 'Details' }),
  }
}
