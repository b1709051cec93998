// Puts the chosen theme on the page; `system` leaves it to prefers-color-scheme.
import { useLayoutEffect } from 'react'
import { useAppStore } from '../../stores/app-store.ts'

export function useTheme(): void {
  const theme = useAppStore((state) => state.settings.theme)
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }, [theme])
}
