// Writes an asset into Markdown or HTML: shown where its address opens for anyone, else named with its ID.
import { assetUrl } from './asset-url.ts'
import type { CopiedAsset } from './copied-asset.ts'
import { htmlText } from './html-text.ts'
import { markdownCode, markdownText, markdownUrl } from './markdown-text.ts'

export function markdownOf({ item }: CopiedAsset): string {
  const title = markdownText(item.name ?? item.primaryId)
  const url = openUrl({ item })
  if (url === null) return `${title}: ${markdownCode(item.primaryId)}`
  return `${item.kind === 'image' ? '!' : ''}[${title}](${markdownUrl(url)})`
}

export function htmlOf({ item }: CopiedAsset): string {
  const title = htmlText(oneLine(item.name ?? item.primaryId))
  const address = openUrl({ item })
  if (address === null) return `${title}: <code>${htmlText(item.primaryId)}</code>`
  const url = htmlText(address)
  switch (item.kind) {
    case 'image':
      return `<img src="${url}" alt="${title}"${sizeOf({ item })}>`
    case 'video':
      return `<video src="${url}" title="${title}"${sizeOf({ item })} controls></video>`
    case 'audio':
      return `<audio src="${url}" title="${title}" controls></audio>`
    case 'other':
      return `<a href="${url}">${title}</a>`
  }
}

type Part = Pick<CopiedAsset, 'item'>

function sizeOf({ item: { width, height } }: Part): string {
  return width === null || height === null ? '' : ` width="${width}" height="${height}"`
}

/** Only what a browser loads: a page must not come to run what a provider put into an address. */
function openUrl({ item }: Part): string | null {
  const found = assetUrl(item)
  return found !== null && found.opensAnywhere && /^https?:\/\//i.test(found.url) ? found.url : null
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
