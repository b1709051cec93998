// Refuses a Node that is too old, before anything else can fail for that reason.

const oldest = /** @type {const} */ ([20, 19])

/** @param {string} version such as 20.19.0 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

export function requireNode() {
  if (isSupportedNode(process.versions.node)) return
  throw new Error(
    `Wharf is built with Node ${oldest.join('.')} or newer; this is ${process.versions.node}. Install a newer Node.`,
  )
}
