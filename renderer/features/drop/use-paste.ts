// Uploads what is pasted anywhere but into a text field.
import { useEffect } from 'react'
import { isTyping } from '../../ui/shortcut.ts'
import { showMessage } from '../../stores/message-actions.ts'
import { sendFiles } from './send-files.ts'

export function usePaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return
      event.preventDefault()
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) void sendFiles(files)
      else showMessage({ code: 'clipboard-empty' })
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}
