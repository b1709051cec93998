// Wharf's emblem: a bollard on its pier, with what is moored there going up.

export function Emblem({ size = 24 }: { readonly size?: number }) {
  return (
    <svg className="emblem" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect className="emblem-ground" width="32" height="32" rx="8" />
      <path className="emblem-line" d="M16 18V6.5M11.5 11 16 6.5l4.5 4.5" />
      <path className="emblem-line" d="M5.5 18h21M9.5 18v7.5M22.5 18v7.5" />
      <path
        className="emblem-wave"
        d="M5.5 25.5c1.75 0 1.75-1.5 3.5-1.5s1.75 1.5 3.5 1.5S14.25 24 16 24s1.75 1.5 3.5 1.5S21.25 24 23 24s1.75 1.5 3.5 1.5"
      />
    </svg>
  )
}
