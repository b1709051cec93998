// A tooltip on a control that is named already, so the tip itself is for the eyes.
import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'

export function Hint({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <Tooltip className="hint" offset={6} aria-hidden="true">
        {text}
      </Tooltip>
    </TooltipTrigger>
  )
}
