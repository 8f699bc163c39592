import type { Moment } from './read-moment.ts'

/**
 * The environment of processes that run at another time: Node, Chromium, PostgreSQL, and their child processes. They agree on the time
 * because they have the same offset from the real clock. Timers are not affected, because the monotonic clock is unchanged. Neither are
 * file times, which Node reads without libfaketime.
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
    // Otherwise every wait with a timeout ends immediately, and Chromium is busy waiting: its start takes a minute instead of a second.
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
    NO_FAKE_STAT: '1',
    TEST_AT: instant.toString(),
    ...(zone !== null && { TZ: zone }),
  }
}
