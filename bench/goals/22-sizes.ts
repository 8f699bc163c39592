import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { verdictOf, type Finding, type MeasureGoal } from '../goal.ts'

/** KB (1000 bytes) of gzip for one element alone, Lit included, English; and the smallest part of another library that does the same job. */
const elementBudgets: Readonly<Record<string, { budget: number; rival: string }>> = {
  'audit-log': { budget: 15, rival: 'Vaadin grid 52.7' },
  booking: { budget: 20, rival: 'Vaadin date-picker 47.6, Medplum Scheduler 93.4' },
  'consent-dialog': { budget: 9, rival: 'Material dialog 11.1, Shoelace 17.2' },
  'device-check': { budget: 14, rival: 'rtk-setup-screen 63.3' },
  intake: { budget: 16, rival: 'Medplum QuestionnaireForm 129.0' },
  provider: { budget: 8.5, rival: '-' },
  'video-room': { budget: 17, rival: 'LiveKit VideoConference 37.2' },
  'waiting-room': { budget: 13, rival: 'rtk-waiting-screen 58.0' },
}
/** KiB, as its own build counts. */
const sdkBudgets: Readonly<Record<string, { budget: number; rival: string }>> = {
  'a connection and one resource': { budget: 10, rival: 'octokit core 7.5, Stripe 32.1' },
  everything: { budget: 16, rival: 'Medplum 33.9' },
}

const bytesOf = { KB: 1_000, KiB: 1_024 } as const

const packages = join(import.meta.dirname, '../../packages')
const recorded = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(packages, path), 'utf8'))

/** The size of each part. The numbers are those that the builds of the packages record and check both ways, byte by byte. */
export const measure: MeasureGoal = async () => {
  const { elements } = (await recorded('elements/sizes.json')) as { elements: Record<string, number> }
  const sdk = (await recorded('sdk/sizes.json')) as Record<string, number>
  const line = (
    what: string,
    size: number | undefined,
    unit: 'KB' | 'KiB',
    { budget, rival }: { budget: number; rival: string },
    how: string,
  ): Finding => ({
    goal: 'size',
    what,
    gate: `<= ${budget} ${unit}`,
    stretch: '-',
    measured: size === undefined ? 'not built' : `${(size / bytesOf[unit]).toFixed(1)} ${unit} (others: ${rival})`,
    verdict: size === undefined ? 'not built' : verdictOf(size / bytesOf[unit], { gate: budget, is: 'at most' }),
    how,
    known:
      'The budgets were set before the shared core (sessions, languages, problems, styles) was written; each element alone contains all of it. The enforced limits are in packages/elements/check-sizes.ts.',
  })
  return [
    ...Object.entries(elementBudgets).map(([name, budget]) =>
      line(
        `${name}, gzip`,
        elements[name],
        'KB',
        budget,
        'packages/elements/sizes.json, checked by `npm run sizes -w packages/elements`: the element alone with Lit and the shared core, English; the SDK is loaded separately. A page with several elements loads what they share once.',
      ),
    ),
    ...Object.entries(sdkBudgets).map(([name, budget]) =>
      line(
        `SDK, ${name}, gzip`,
        sdk[name],
        'KiB',
        budget,
        'packages/sdk/sizes.json, checked by its build: bundled by Vite, ky included.',
      ),
    ),
  ]
}
