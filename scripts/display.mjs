// Knows whether there is a display, or wraps a command so that it gets one of its own.

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/**
 * @param {string} command @param {readonly string[]} args
 * @returns {{ command: string, args: readonly string[] }}
 */
export const onOwnDisplay = (command, args) => ({
  command: 'xvfb-run',
  args: ['--auto-servernum', '--server-args=-screen 0 1440x900x24 -nolisten tcp', command, ...args],
})
