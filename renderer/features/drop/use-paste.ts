// Uploads what is pasted anywhere but into a text field.
import { useEffect } from 'react'
import { isTyping } from '../../ui/shortcut.ts'
import { sendClipboard } from './send-files.ts'

export function usePaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return
      event.preventDefault()
      void sendClipboard([...(event.clipboardData?.files ?? [])])
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}
