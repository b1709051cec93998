// Drops things on the window through the DevTools protocol: trusted events, real paths, folders too.
import type { Locator, Page } from '@playwright/test'

type Point = { readonly x: number; readonly y: number }
type Content = { readonly files: readonly string[]; readonly items?: readonly DraggedItem[] }
/** What a browser or an editor lets one drag: a link, a word. */
type DraggedItem = { readonly mimeType: string; readonly data: string }

const COPY = 1
/** The protocol's bit for the key. */
const CTRL = 2

export async function centreOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox()
  if (!box) throw new Error('The target of the drop is not visible')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Carries the content over the page; the returned drag is then moved, dropped or taken away. */
export async function beginDrag(page: Page, { files, items = [] }: Content) {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel', { x, y }: Point, modifiers = 0) =>
    session.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      modifiers,
      data: { items: [...items], files: [...files], dragOperationsMask: COPY },
    })
  return {
    enter: async (point: Point) => {
      await send('dragEnter', point)
      await send('dragOver', point)
    },
    /** @param isCtrlHeld as on Linux or Windows. */
    over: (point: Point, isCtrlHeld = false) => send('dragOver', point, isCtrlHeld ? CTRL : 0),
    drop: async (point: Point) => {
      await send('dragOver', point)
      await send('drop', point)
    },
    cancel: (point: Point) => send('dragCancel', point),
  }
}

export async function dropContent(page: Page, target: Locator, content: Content): Promise<void> {
  const drag = await beginDrag(page, content)
  const point = await centreOf(target)
  await drag.enter(point)
  await drag.drop(point)
}

export const dropFiles = (page: Page, target: Locator, files: readonly string[]) =>
  dropContent(page, target, { files })
