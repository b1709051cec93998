// Calls about the app as a whole: its snapshot, settings, clipboard.
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function appHandlers(
  services: Services,
): Pick<Handlers, 'app.snapshot' | 'app.showDataFolder' | 'settings.update' | 'clipboard.write'> {
  const { accounts, queue, record, settings, platform, events, notices } = services
  return {
    'app.snapshot': () => {
      events.start()
      return {
        seq: events.seq(),
        accounts: accounts.all().map(services.toAccountView),
        jobs: queue.jobs().map(services.toJobView),
        settings: settings.get(),
        notices: [...notices.all()],
        recordCount: record.count(),
        keyring: { available: platform.cipher.isAvailable(), name: platform.cipher.keyringName() },
        environmentKeys: services.environmentKeys.found,
      }
    },
    'app.showDataFolder': async () => {
      await platform.showDataFolder()
      return {}
    },
    'settings.update': (change) => settings.update(change),
    'clipboard.write': async ({ text }) => {
      await platform.writeClipboard(text)
      return {}
    },
  }
}
