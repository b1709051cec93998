// Keeps zod from compiling its schemas with `new Function`.
import { z } from 'zod'

// The page's content security policy refuses evaluated code, and zod's mere attempt is a violation in the console.
// Must run before the first schema is made, so the page imports it before everything else.
z.config({ jitless: true })
