import type { Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const journey = useDemo()

interface Asked {
  /** Those that reached a server: what is kept is not requested. */
  readonly files: readonly string[]
  readonly data: readonly string[]
}

/** What a page requests until it shows its content. */
const load = async (page: Page, url: string, content: string): Promise<Asked> => {
  await page.goto(url)
  await page.locator(content).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1_500)
  const requests = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(({ name, transferSize }) => ({
      path: new URL(name).pathname,
      transferSize,
    })),
  )
  return {
    files: requests
      .filter(({ path, transferSize }) => /\.(js|css)$/.test(path) && transferSize > 0)
      .map(({ path }) => path),
    data: requests.filter(({ path }) => /^\/(v1|\w+\/session)/.test(path)).map(({ path }) => path),
  }
}

it('a page asks once who the person is and for their session, and not again for the scripts that it has', async () => {
  const { portalUrl } = journey.demo
  const patient = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots('page-requests', [patient]))
  await signIn(patient.page, portalUrl, /Ana Duarte/)
  const pages = [
    ['record', 'visit-record [part=heading]'],
    ['access', 'visit-audit-log [part=list] li'],
    ['bills', 'visit-statement [part=heading]'],
  ] as const
  for (const [path, content] of pages) {
    const url = `${portalUrl}/${path}`
    await load(patient.page, url, content)
    const { files, data } = await load(patient.page, url, content)
    expect(files, path).toEqual([])
    expect(data.filter((each) => each === '/v1/me').length, path).toBe(1)
    expect(data.filter((each) => each === '/patient/session').length, path).toBe(1)
    // Before anything of the record.
    expect(data[0], path).toBe('/patient/session')
  }
  expect(patient.faults).toEqual([])
  await patient.context.close()
})
