import type { Moment } from './read-moment.ts'

/**
 * The environment of processes that run at another moment: Node, Chromium and PostgreSQL alike, and what they start in turn. They agree
 * on the time because they share one distance from the real clock. Timers run as they do: the monotonic clock stays. So do times of
 * files, which Node does not ask libfaketime for.
 */
export const environmentAt = (
  { instant, zone }: Moment,
  libfaketime: string,
  now: number = Date.now(),
): Readonly<Record<string, string>> => {
  const seconds = (instant.epochMilliseconds - now) / 1000
  return {
    LD_PRELOAD: [libfaketime, process.env['LD_PRELOAD']].filter(Boolean).join(':'),
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds.toFixed(3)}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // Else every wait with a time limit ends at once, and Chromium is busy waiting: a minute to start instead of a second.
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
    NO_FAKE_STAT: '1',
    TEST_AT: instant.toString(),
    ...(zone !== null && { TZ: zone }),
  }
}
