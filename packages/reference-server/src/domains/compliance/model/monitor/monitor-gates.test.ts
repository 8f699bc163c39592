import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadMonitorPolicy } from '../../packs/load-monitor-policy.ts'
import { incidentCounts, type Scenario } from './clinic-incidents.testing.ts'
import { createClinic } from './create-clinic.testing.ts'
import { measureClinic, type Measured } from './measure-clinic.testing.ts'
import { measuredRows } from './measured-tables.testing.ts'

const seeds = [1, 2, 3, 4, 5]
const page = new URL('../../../../../../../docs/compliance/access-monitor.md', import.meta.url)
/** Nothing, or next to nothing, in the ledger shows them. docs/compliance/access-monitor.md says so. */
const withoutGate: readonly Scenario[] = ['documented-emergency', 'single-look', 'look-at-own-patient']

describe('the access monitor, in five generated clinics', () => {
  let measured: readonly Measured[]
  beforeAll(async () => {
    const policy = await loadMonitorPolicy()
    measured = seeds.map((seed) => measureClinic(createClinic(seed), policy))
  })
  const found = (scenario: Scenario) => {
    const each = measured.map((of) => of.found.get(scenario)!)
    return {
      found: each.reduce((sum, { found }) => sum + found, 0),
      all: each.reduce((sum, { all }) => sum + all, 0),
    }
  }

  it('reads about a hundred thousand rows of each', () => {
    for (const { rows } of measured) expect(rows).toBeGreaterThan(80_000)
  })
  it('opens a case that contains misuse at least every second time', () => {
    for (const { precision } of measured) expect(precision).toBeGreaterThanOrEqual(0.5)
  })
  it('has misuse in at least 85 % of the fifty most urgent cases', () => {
    for (const { precisionAt50 } of measured) expect(precisionAt50).toBeGreaterThanOrEqual(0.85)
  })
  it('explains at least 97 % of honest accesses', () => {
    for (const { honestExplained } of measured) expect(honestExplained).toBeGreaterThanOrEqual(0.97)
  })
  it('opens at most 3 cases for 100 members and a day', () => {
    for (const { casesPer100MembersAndDay } of measured) expect(casesPer100MembersAndDay).toBeLessThanOrEqual(3)
  })
  it.each((Object.keys(incidentCounts) as Scenario[]).filter((scenario) => !withoutGate.includes(scenario)))(
    'by %s: misuse of this kind is found',
    (scenario) => {
      const { found: some, all } = found(scenario)
      expect(all).toBe(incidentCounts[scenario] * seeds.length)
      expect(some / all).toBeGreaterThanOrEqual(scenario === 'confidential' ? 0.75 : 0.9)
    },
  )
  it('contains the misuse that it cannot see, so that its share is measured', () => {
    for (const scenario of withoutGate) expect(found(scenario).all).toBe(incidentCounts[scenario] * seeds.length)
  })
  it('has its numbers on the page for security officers', async () => {
    const rows = new Set((await readFile(page, 'utf8')).split('\n').map((line) => line.replaceAll(/ +/g, ' ')))
    const bySeed = new Map(seeds.map((seed, index) => [seed, measured[index]!]))
    expect(measuredRows(bySeed).filter((line) => !rows.has(line))).toEqual([])
  })
})
