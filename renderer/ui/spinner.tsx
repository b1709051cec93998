// Shows that something is under way; the words beside it say what.

export function Spinner({ size = 16 }: { readonly size?: number }) {
  return (
    <svg className="spinner" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle className="spinner-track" cx="8" cy="8" r="6" />
      <path className="spinner-arc" d="M8 2a6 6 0 0 1 6 6" />
    </svg>
  )
}
