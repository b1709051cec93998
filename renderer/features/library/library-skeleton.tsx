// Stands where assets will be while the first page is under way.
import { en } from '../../i18n/en.ts'

const TILES = Array.from({ length: 12 }, (_, index) => index)

export function LibrarySkeleton({ view }: { readonly view: 'grid' | 'list' }) {
  return (
    <div className="asset-scroll skeleton" data-page-state="loading" data-view={view} role="status">
      <span className="sr-only">{en.library.loading}</span>
      <div className="skeleton-items" aria-hidden="true">
        {TILES.map((tile) => (
          <span key={tile} className="skeleton-item">
            <span />
            <span />
          </span>
        ))}
      </div>
    </div>
  )
}
