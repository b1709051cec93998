// The outline of a sound, as bars in the colour of the theme.

const FULL = 255
const HEIGHT = 100
const LEAST = 4

/** Each peak from 0 to 255. */
export function Waveform({ peaks }: { readonly peaks: readonly number[] }) {
  const bars = peaks.map((peak, index) => {
    const height = Math.max(LEAST, Math.round((peak / FULL) * HEIGHT))
    return `M${index * 3} ${(HEIGHT - height) / 2}h2v${height}h-2z`
  })
  return (
    <svg
      className="waveform"
      viewBox={`0 0 ${peaks.length * 3 - 1} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={bars.join('')} />
    </svg>
  )
}
