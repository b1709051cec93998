// Puts the features together into the one window of Wharf.
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useAppShortcuts } from './app-shortcuts.ts'
import { AccountDialogs } from './features/accounts/account-dialogs.tsx'
import { Sidebar } from './features/accounts/sidebar.tsx'
import { Welcome } from './features/accounts/welcome.tsx'
import { CopyAsMenu } from './features/copy/copy-as-menu.tsx'
import { DropDialogs } from './features/drop/drop-dialogs.tsx'
import { DropOverlay } from './features/drop/drop-overlay.tsx'
import { DropZone } from './features/drop/drop-zone.tsx'
import { IntakeStatus } from './features/drop/intake-status.tsx'
import { offerFiles } from './features/drop/offer-files.ts'
import { usePaste } from './features/drop/use-paste.ts'
import { useWindowDrop } from './features/drop/use-window-drop.ts'
import { Library } from './features/library/library.tsx'
import { announceBatches } from './features/messages/announce-batches.ts'
import { Failures } from './features/messages/failures.tsx'
import { Results } from './features/messages/results.tsx'
import { Notices } from './features/settings/notices.tsx'
import { SettingsDialog } from './features/settings/settings-dialog.tsx'
import { useTheme } from './features/settings/use-theme.ts'
import { TransferDialogs } from './features/transfer/transfer-dialogs.tsx'
import { UploadsPanel } from './features/uploads/uploads-panel.tsx'
import { queryClient } from './queries/query-client.ts'
import { watchRecord } from './queries/watch-record.ts'
import { StartScreen } from './start-screen.tsx'
import { useAccountsStore } from './stores/accounts-store.ts'
import { useAppStore } from './stores/app-store.ts'
import { connectStores } from './stores/connect-stores.ts'
import { copyBatches } from './stores/copy-when-done.ts'

function Window() {
  const isFirstRun = useAccountsStore((state) => state.accounts.length === 0)
  const hasRecord = useAppStore((state) => state.recordCount > 0)
  const fileInput = useRef<HTMLInputElement>(null)
  useWindowDrop()
  usePaste()
  useAppShortcuts()
  useEffect(announceBatches, [])
  useEffect(copyBatches, [])
  useEffect(() => {
    document.documentElement.dataset['appState'] = 'ready'
  }, [])
  return (
    <div className="window">
      <Sidebar isFirstRun={isFirstRun && !hasRecord}>
        <Results />
      </Sidebar>
      <div className="main">
        <Notices />
        <div className="main-body">
          <main className="main-view">
            {isFirstRun && !hasRecord ? (
              <Welcome />
            ) : (
              <DropZone inputRef={fileInput}>
                <Library onChooseFiles={() => fileInput.current?.click()} />
              </DropZone>
            )}
          </main>
        </div>
        <Failures />
        <IntakeStatus />
        {isFirstRun && !hasRecord ? null : <UploadsPanel />}
        <DropOverlay />
      </div>
    </div>
  )
}

export function App() {
  const start = useAppStore((state) => state.start)
  const [attempt, setAttempt] = useState(0)
  useTheme()
  useEffect(() => {
    const watch = watchRecord(queryClient)
    return connectStores((events) => {
      watch(events)
      offerFiles(events)
    })
  }, [attempt])
  return (
    <QueryClientProvider client={queryClient}>
      {start === 'ready' ? (
        <Window />
      ) : (
        <StartScreen start={start} onRetry={() => setAttempt((count) => count + 1)} />
      )}
      <AccountDialogs />
      <DropDialogs />
      <SettingsDialog />
      <TransferDialogs />
      <CopyAsMenu />
    </QueryClientProvider>
  )
}
