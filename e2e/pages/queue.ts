// The queue as a person finds it on screen.
import type { Page } from '@playwright/test'
import type { JobStatus } from '../../shared/model/job.ts'

export const queue = (page: Page) => {
  const region = page.getByRole('region', { name: 'Uploads' })
  const rows = region.locator('[data-job-id]')
  return {
    region,
    rows,
    fileNames: rows.locator('.file-name'),
    withStatus: (status: JobStatus) => region.locator(`[data-job-id][data-status="${status}"]`),
    row: (fileName: string) => rows.filter({ hasText: fileName }),
    button: (fileName: string, name: string) =>
      rows.filter({ hasText: fileName }).getByRole('button', { name }),
  }
}
