// A file name, kept from turning the text around it and from breaking the line.

export function FileName({ name }: { readonly name: string }) {
  return (
    <bdi className="file-name" title={name}>
      {name.replace(/\p{Cc}/gu, '␤')}
    </bdi>
  )
}
