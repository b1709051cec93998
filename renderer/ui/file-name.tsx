// A file name, kept from turning the text around it and from breaking the line.

const EXTENSION = /\.[^.]{1,10}$/u
const BIDI_CONTROLS = /\p{Bidi_Control}/gu

export function FileName({ name }: { readonly name: string }) {
  return (
    <bdi className="file-name" title={name.replace(BIDI_CONTROLS, '')}>
      {isolated(name.replace(/\p{Cc}/gu, '␤'))}
    </bdi>
  )
}

/** What turns the direction of a name ends before its extension, so that the real one is read last. */
function isolated(name: string) {
  const extension = EXTENSION.exec(name)?.[0] ?? ''
  if (name.search(BIDI_CONTROLS) === -1) return name
  return (
    <>
      <bdi>{name.slice(0, name.length - extension.length)}</bdi>
      <bdi>{extension}</bdi>
    </>
  )
}
