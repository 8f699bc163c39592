import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Temporal as Polyfill } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { addBusinessDays } from '../domains/billing/estimates/model/business-days.ts'
import { localDate } from '../domains/directory/model/local-date.ts'
import { dayStart } from '../domains/scheduling/kernel/model/day-start.ts'
import { zoneOffsets } from '../domains/scheduling/kernel/model/zone-offsets.ts'

const zones = [
  'America/New_York',
  'America/St_Johns',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]
const hour = 3_600_000

/**
 * Days and offsets as the server computes them with the available `Temporal`: both clock changes, a leap day, and a day that was skipped
 * in Samoa.
 */
const compute = (): unknown =>
  zones.map((zone) => ({
    offsets: zoneOffsets(zone, Date.UTC(2026, 0, 1), Date.UTC(2029, 0, 1)),
    starts: ['2011-12-30', '2026-03-08', '2026-11-01', '2028-02-29'].map((day) =>
      dayStart(Temporal.PlainDate.from(day), zone),
    ),
    dates: Array.from({ length: 60 }, (_, index) =>
      String(localDate(new Date(Date.UTC(2026, 9, 31) + index * hour), zone)),
    ),
    business: [1, 5, -3].map((count) => addBusinessDays('2026-12-31', count)),
  }))

test('on Node 24 the server computes the same days and clock changes as on Node 26', () => {
  const own = compute()
  vi.stubGlobal('Temporal', Polyfill)
  expect(Temporal.Now.instant()).toBeInstanceOf(Polyfill.Instant)
  expect(compute()).toEqual(own)
})

test('Node without Temporal gets the polyfill before the next module is evaluated', async () => {
  const program = `
    delete globalThis.Temporal
    await import(${JSON.stringify(join(import.meta.dirname, 'install-temporal.ts'))})
    console.log(String(Temporal.PlainDate.from('2028-02-28').add({ days: 1 })))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  expect(stdout.trim()).toBe('2028-02-29')
})
