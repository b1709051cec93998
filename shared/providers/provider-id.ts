// The schema of provider ids, apart from the manifests so that the page can read those without a schema library.
import { z } from 'zod'
import { PROVIDER_IDS } from './index.ts'

export const providerIdSchema = z.enum(PROVIDER_IDS)
