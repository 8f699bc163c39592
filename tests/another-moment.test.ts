import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { environmentAt } from '../scripts/environment-at.ts'
import { installedLibfaketime } from '../scripts/find-libfaketime.ts'
import { readMoment } from '../scripts/read-moment.ts'

const library = await installedLibfaketime()
/** Without the library the test cannot run, and in a run at another time the clock is already moved. */
const cannotRun = library === null || process.env['TEST_AT'] !== undefined

test.skipIf(cannotRun)('Node, PostgreSQL and Chromium use the time and time zone of the run', async () => {
  const moment = readMoment('2028-02-29T23:30', 'Pacific/Auckland')
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'read-clocks.ts')], {
    env: { ...process.env, ...environmentAt(moment, library ?? '') },
  })
  const { times, zones } = JSON.parse(stdout) as { times: number[]; zones: string[] }
  for (const time of times) {
    const later = time - moment.instant.epochMilliseconds
    expect(later).toBeGreaterThanOrEqual(0)
    expect(later).toBeLessThan(60_000)
  }
  expect(times).toHaveLength(3)
  expect(zones).toEqual(['Pacific/Auckland', 'Pacific/Auckland'])
})
