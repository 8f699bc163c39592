import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { findBrowser } from '../../scripts/find-browser.ts'
import { serveStories } from './serve-stories.ts'
import type { Mode } from './test/show-story.ts'

/**
 * Takes screenshots of stories in several modes, for review.
 *
 *     node packages/elements/screenshots.ts                              one state of each element, into docs/screenshots/elements
 *     node packages/elements/screenshots.ts --only booking --out folder  every state of the elements whose names begin with this
 *     node packages/elements/screenshots.ts --only "" --out folder       all stories
 *
 * `--modes light,dark,arabic,narrow,spanish` selects modes.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, modes: { type: 'string' }, out: { type: 'string' } },
})

/** The stories in the documentation. */
const SHOWN = new Set([
  'appointments-ToComeAndPast',
  'audit-log-WhoSawIt',
  'booking-TimeHeld',
  'booking-JustTaken',
  'booking-CheckAndBook',
  'chart-Filled',
  'claim-desk-Desk',
  'consent-dialog-Dialog',
  'device-check-Ready',
  'intake-FirstQuestion',
  'lab-orders-OfPatient',
  'messages-PatientThread',
  'note-editor-WritingPsychotherapyNotes',
  'prescription-pad-Alerts',
  'provider-IdleWarning',
  'queue-Busy',
  'schedule-Week',
  'statement-Due',
  'summary-Published',
  'video-room-Together',
  'waiting-room-InLine',
])

const here = import.meta.dirname
if (values.only !== undefined && !values.out)
  throw new Error('Say where to with --out, so that docs/screenshots keeps its few')
const out = resolve(values.out ?? join(here, '../../docs/screenshots/elements'))
const widths: Record<Mode, number> = { light: 1024, dark: 1024, arabic: 390, narrow: 320, spanish: 320 }
const wanted = (values.modes?.split(',') ?? Object.keys(widths)) as Mode[]

const server = await serveStories()
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--hide-scrollbars'],
})
await mkdir(out, { recursive: true })
let failed = false
try {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error.message))
  await page.goto(server.pageOf(values.only ?? ''))
  await page.waitForFunction(() => 'stories' in window, null, { timeout: 60_000 })
  const stories = await page.evaluate(() => window.stories.list())
  for (const { file, name } of stories) {
    if (values.only === undefined && !SHOWN.has(`${file}-${name}`)) continue
    for (const mode of wanted) {
      await page.setViewportSize({ width: widths[mode], height: 700 })
      try {
        await page.evaluate(([f, n, m]) => window.stories.show(f, n, m), [file, name, mode] as const)
        // The viewport is as high as the content, so that sticky bars are at the end of the picture, not across it.
        const height = await page.evaluate(() => document.documentElement.scrollHeight)
        await page.setViewportSize({ width: widths[mode], height: Math.max(700, height) })
        await page.screenshot({ path: join(out, `${file}-${name}-${mode}.png`), fullPage: true })
      } catch (error) {
        failed = true
        console.error(`${file} ${name} ${mode}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
} finally {
  await browser.close()
  await server.stop()
}
process.exitCode = failed ? 1 : 0
