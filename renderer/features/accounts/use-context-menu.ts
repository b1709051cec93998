// Opens a menu by its button as well as by a right click or the menu key.
import { type MouseEvent, useState } from 'react'

export function useContextMenu() {
  const [isOpen, setIsOpen] = useState(false)
  const open = (event: MouseEvent) => {
    event.preventDefault()
    setIsOpen(true)
  }
  return { isOpen, setIsOpen, open }
}
