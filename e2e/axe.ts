// Looks at the present screen with axe, in both themes.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Without transitions, so that what is looked at has come to rest. */
export async function showTheme(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
}

export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const theme of THEMES) {
    await showTheme(page, theme)
    // Electron opens no second page, which is where axe would otherwise put its results together.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ rules: { 'target-size': { enabled: true } } })
      .withTags(TAGS)
      .analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
    )
    expect(found, `${screen}, ${theme}`).toEqual([])
  }
}
