// Tells apart whose thumbnail is meant.
import type { MediaSubject } from '../../shared/model/media-subject.ts'

export function subjectKey(subject: MediaSubject): string {
  return 'jobId' in subject ? `job/${subject.jobId}` : `asset/${subject.accountId}/${subject.primaryId}`
}
