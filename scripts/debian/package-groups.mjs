// Lists the Debian packages that Wharf needs beyond a bare system, by purpose.

export const packageGroups = {
  /** What Electron's executable links to. */
  runtime: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'],
  /** A display where there is none. */
  display: ['xvfb', 'xauth'],
  /** What the end-to-end tests drive: real drops, and a real keyring. */
  tests: ['xdotool', 'python3-gi', 'gir1.2-gtk-3.0', 'dbus', 'gnome-keyring', 'libsecret-1-0'],
}
