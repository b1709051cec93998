// The queue as a person finds it on screen.
import type { Page } from '@playwright/test'
import type { JobStatus } from '../../shared/model/job.ts'

export const queue = (page: Page) => {
  const region = page.getByRole('region', { name: 'Uploads' })
  const rows = region.locator('[data-job-id]')
  const row = (fileName: string) => rows.filter({ hasText: fileName })
  return {
    region,
    rows,
    /** Only the rows in its view are in the page. */
    scroller: region.locator('.upload-scroll'),
    fileNames: rows.locator('.file-name'),
    withStatus: (status: JobStatus) => region.locator(`[data-job-id][data-status="${status}"]`),
    row,
    button: (fileName: string, name: string) => row(fileName).getByRole('button', { name }),
    progress: (fileName: string) => row(fileName).getByRole('progressbar', { name: 'Upload progress' }),
    clearDone: region.getByRole('button', { name: 'Clear done' }),
    retryFailed: region.getByRole('button', { name: 'Retry failed' }),
  }
}
