import { afterEach, beforeEach } from 'vitest'
import { unmount } from './mount.ts'
import { setPageClock, statedMoment } from './page-clock.ts'

/** The tests of a file run at the stated moment, whatever `TEST_AT` says. Each leaves an empty page. */
export const useStatedClock = (): void => {
  beforeEach(() => setPageClock(statedMoment))
  afterEach(() => {
    unmount()
    setPageClock(import.meta.env['TEST_AT'] || undefined)
  })
}
