// What Wharf has to say about its own files, on top of the window until dismissed.
import { en } from '../../i18n/en.ts'
import { enNoticeFile, enNotices } from '../../i18n/en-notices.ts'
import { fill } from '../../i18n/fill.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { dismissNotice } from '../../stores/settings-actions.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'

export function Notices() {
  const notices = useAppStore((state) => state.notices)
  return (
    <div className="notices" role="alert">
      {notices.map(({ id, code, fileName }) => (
        <div key={id} className="notice">
          <Icon name="alert" />
          <p>{fill(enNotices[code], { file: fileName ?? enNoticeFile })}</p>
          <IconButton icon="close" label={en.app.dismiss} onPress={() => dismissNotice(id)} />
        </div>
      ))}
    </div>
  )
}
