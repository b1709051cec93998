// Brings the machine to the point where the runtime can open a window.
import { findMissingLibraries, findMissingPackages, isDebian } from './missing-packages.mjs'
import { packageGroups } from './package-groups.mjs'
import { providePackages } from './provide-packages.mjs'

/**
 * One list and one installation for everything that is missing, so that a person is asked once.
 * @param {string} executable of the runtime
 * @param {{ needsDisplay: boolean, needsTestTools: boolean }} needs
 */
export async function prepareMachine(executable, { needsDisplay, needsTestTools }) {
  if (process.platform !== 'linux') return
  const missingLibraries = await findMissingLibraries(executable)
  if (!isDebian()) {
    if (missingLibraries.length > 0)
      throw new Error(
        `Electron cannot start here: ${missingLibraries.join(', ')} not found. ` +
          'Install the packages of your Linux that hold them (GTK 3, NSS, GBM, ALSA).',
      )
    return
  }
  const missing = [
    ...(missingLibraries.length > 0 ? await findMissingPackages(packageGroups.runtime) : []),
    ...(needsDisplay ? await findMissingPackages(packageGroups.display) : []),
    ...(needsTestTools ? await findMissingPackages(packageGroups.tests) : []),
  ]
  const purpose = needsTestTools
    ? 'to run the tests'
    : needsDisplay
      ? 'to open a window without a display'
      : 'to open a window'
  await providePackages(missing, purpose)
  const stillMissing = missingLibraries.length > 0 ? await findMissingLibraries(executable) : []
  if (stillMissing.length > 0)
    throw new Error(
      `Electron still lacks ${stillMissing.join(', ')}. Install the package that holds it, then start again.`,
    )
}
