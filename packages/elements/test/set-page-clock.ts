import { setPageClock } from './page-clock.ts'

/** `TEST_AT`: the time that `npm test -- --at` sets. */
setPageClock(String(import.meta.env['TEST_AT'] ?? '') || undefined)
