// The region around the library that takes files, with the file chooser behind its button.
import { type ChangeEvent, type ReactNode, type RefObject, useEffect } from 'react'
import { en } from '../../i18n/en.ts'
import { isShortcut } from '../../ui/shortcut.ts'
import { sendFiles } from './send-files.ts'

type Props = {
  /** Clicking this opens the system's file dialog. */
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly children: ReactNode
}

export function DropZone({ inputRef, children }: Props) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isShortcut(event, 'o')) return
      event.preventDefault()
      inputRef.current?.click()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [inputRef])
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // Choosing the same file twice in a row is a change too.
    event.target.value = ''
    void sendFiles(files)
  }
  return (
    <section className="drop-zone" aria-label={en.drop.region}>
      <input
        ref={inputRef}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
        onChange={take}
      />
      {children}
    </section>
  )
}
