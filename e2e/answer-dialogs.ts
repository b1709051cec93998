// Answers the system's own dialogs, which no test can reach.
import type { ElectronApplication } from '@playwright/test'

/** Whatever is asked for, to save or to open, is `path`. */
export function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}
