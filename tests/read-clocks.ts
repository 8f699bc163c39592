import pg from 'pg'
import { chromium } from 'playwright'
import { findBrowser } from '../scripts/find-browser.ts'
import { startPostgres } from '../scripts/start-postgres.ts'

/** Prints the time in Node, PostgreSQL and Chromium, in milliseconds since 1970, and the time zone of the first and the last. */
const postgres = await startPostgres()
const client = new pg.Client({ connectionString: postgres.url })
await client.connect()
const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at')
await client.end()
await postgres.stop()

const browser = await chromium.launch({ executablePath: await findBrowser() })
const page = await browser.newPage()
const [inBrowser, zoneOfBrowser] = await page.evaluate(
  () => [Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone] as const,
)
await browser.close()

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
console.log(
  JSON.stringify({ times: [Date.now(), rows[0]?.at.getTime() ?? 0, inBrowser], zones: [zone, zoneOfBrowser] }),
)
