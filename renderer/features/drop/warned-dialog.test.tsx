// Tests what is said of files that were sent although their provider may not take them.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { WarnedDialog } from './warned-dialog.tsx'

const MB = 1_000_000

beforeEach(() => stubBrowser())
afterEach(() => {
  cleanup()
  closeDialog()
})

test('each file is listed with what speaks against it, as a doubt and not as a refusal', () => {
  const warned = [
    { name: 'notes.txt', problem: { code: 'type', mimeType: 'text/plain', accepted: ['image/*'] } },
    { name: 'long.mp4', problem: { code: 'size', sizeBytes: 60 * MB, maxBytes: 50 * MB } },
  ] as const
  useDialogStore.setState({ dialog: { kind: 'warned', warned, provider: '1min.ai' } })
  render(<WarnedDialog warned={warned} provider="1min.ai" />)
  expect(screen.getByRole('dialog', { name: '2 files were sent anyway' }).textContent).toContain(
    'If 1min.ai refuses one, its row under Uploads says so.',
  )
  const [notes, long] = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(notes).toMatch(/notes\.txt.*1min\.ai may not take plain text/)
  expect(long).toMatch(/long\.mp4.*1min\.ai names 50\.0 MB as the most/)
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(useDialogStore.getState().dialog).toBeNull()
})
