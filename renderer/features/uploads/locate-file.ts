// Points a job whose file is missing to where it is now; another content is sent only if the person agrees.
import type { GrantToken } from '../../../shared/ids.ts'
import type { JobView } from '../../../shared/model/job.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { showFailure } from '../../stores/message-actions.ts'

type Located = Pick<JobView, 'id' | 'fileName'>

/** @param provider for the words, should it refuse the file. */
export async function locateFile(
  { id, fileName }: Located,
  provider: string,
  agreed: GrantToken | null = null,
): Promise<void> {
  const result = await settle(bridge().calls['uploads.locate']({ jobId: id, agreed }))
  if (!result.ok) {
    showFailure(result.failure)
    return
  }
  const found = result.value
  if (found === null || found.isSent) return
  if ('problem' in found)
    openDialog({
      kind: 'refused',
      refused: [{ name: fileName, problem: found.problem, provider, account: null }],
      acceptedCount: 0,
    })
  else
    openDialog({
      kind: 'other-file',
      jobId: id,
      fileName,
      provider,
      other: found.other,
      otherName: found.name,
    })
}
