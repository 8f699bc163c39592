import { setPageClock } from './page-clock.ts'

/** `TEST_AT`: the moment that `npm test -- --at` names. */
setPageClock(String(import.meta.env['TEST_AT'] ?? '') || undefined)
