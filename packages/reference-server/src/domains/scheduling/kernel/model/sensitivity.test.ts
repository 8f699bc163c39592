import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadMinorConsent } from '../packs/load-minor-consent.ts'
import { isWithheldFromOthers, sensitivityOf, type VisitSensitivity } from './sensitivity.ts'

const rules = await loadMinorConsent()
const now = new Date('2026-11-25T15:00:00Z')
const kinds: readonly VisitSensitivity[] = ['substance-use', 'reproductive-health', 'mental-health']

/** Born so long before `now` that they have just had the birthday, in their own zone. */
const aged = (years: number): string => `${2026 - years}-11-25`
const booked = (
  sensitivity: VisitSensitivity | undefined,
  state: string,
  birthDate: string,
  { isSelf = true, zone = 'UTC', at = now } = {},
) => sensitivityOf({ ...(sensitivity && { sensitivity }) }, { birthDate, zone, state, isSelf }, rules, at)

describe('a visit that a minor books', () => {
  const states = [...new Set(rules.map(({ state }) => state)), 'OH']
  const cells = states.flatMap((state) =>
    kinds.flatMap((care) => [9, 11, 12, 13, 14, 15, 16, 17, 18, 40].map((age) => ({ state, care, age }))),
  )

  it.each(cells)('is theirs alone by the law of the state: %o', ({ state, care, age }) => {
    const rule = rules.find((each) => each.state === state && each.care === care)
    const isTheirs = rule !== undefined && age >= rule.fromAge && age < 18
    expect(booked(care, state, aged(age))).toEqual({ sensitivity: care, consentedByMinor: isTheirs })
    // A parent who books it gives the consent.
    expect(booked(care, state, aged(age), { isSelf: false }).consentedByMinor).toBe(false)
  })

  it('counts the age from midnight in the zone of the patient', () => {
    const midnight = new Date('2026-11-25T08:00:00Z')
    const zone = 'America/Los_Angeles'
    const at = (moment: number) =>
      booked('mental-health', 'CA', aged(12), { zone, at: new Date(midnight.getTime() + moment) }).consentedByMinor
    expect([at(-1), at(0)]).toEqual([false, true])
    const adult = (moment: number) =>
      booked('mental-health', 'CA', aged(18), { zone, at: new Date(midnight.getTime() + moment) }).consentedByMinor
    expect([adult(-1), adult(0)]).toEqual([true, false])
  })

  it('is an ordinary one if it is about nothing sensitive', () => {
    expect(booked(undefined, 'CA', aged(15))).toEqual({ sensitivity: null, consentedByMinor: false })
  })
})

describe('what others may not learn of', () => {
  it('are visits about substance use and reproductive health, and those to which a minor consented', () => {
    const of = (sensitivity: VisitSensitivity | null, consentedByMinor: boolean) =>
      isWithheldFromOthers({ sensitivity, consentedByMinor })
    expect(kinds.map((kind) => of(kind, false))).toEqual([true, true, false])
    expect([of('mental-health', true), of(null, false)]).toEqual([true, false])
  })
})

it('refuses a rule without a source, or with an age that is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'))
  const file = pathToFileURL(join(folder, 'minor-consent.json'))
  for (const wrong of [{ source: '' }, { fromAge: 18 }, { fromAge: 12.5 }]) {
    const rule = { state: 'CA', care: 'mental-health', fromAge: 12, source: 'a law', ...wrong }
    await writeFile(file, JSON.stringify({ rules: [rule] }))
    await expect(loadMinorConsent(file)).rejects.toThrow('mental-health in CA')
  }
})
