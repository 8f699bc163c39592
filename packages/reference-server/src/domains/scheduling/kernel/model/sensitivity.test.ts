import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadMinorConsent } from '../packs/load-minor-consent.ts'
import type { Problem } from '../../../../platform/problems/problem.ts'
import { isWithheldFromOthers, requireMinorConsent, sensitivityOf, type VisitSensitivity } from './sensitivity.ts'

const rules = await loadMinorConsent()
const now = new Date('2026-11-25T15:00:00Z')
const kinds: readonly VisitSensitivity[] = ['substance-use', 'reproductive-health', 'mental-health']

/** Born so long before `now` that they have just had the birthday, in their own zone. */
const aged = (years: number): string => `${2026 - years}-11-25`
const booked = (
  sensitivity: VisitSensitivity | undefined,
  state: string,
  birthDate: string,
  { isSelf = true, isSaidByStaff = false, zone = 'UTC', at = now } = {},
) =>
  sensitivityOf({ ...(sensitivity && { sensitivity }) }, { birthDate, zone, state, isSelf, isSaidByStaff }, rules, at)

/** As staff book it for them, who say that they consent alone: the visit, or why it is refused. */
const saidByStaff = (
  sensitivity: VisitSensitivity | undefined,
  state: string,
  birthDate: string,
  { zone = 'UTC', at = now } = {},
) => {
  const visit = booked(sensitivity, state, birthDate, { zone, at, isSelf: false, isSaidByStaff: true })
  requireMinorConsent({ minorConsentsAlone: true }, visit, { birthDate, zone }, at)
  return visit
}
const refusalOf = (book: () => unknown): string | undefined => {
  try {
    book()
    return undefined
  } catch (error) {
    const { code, reason } = error as Problem
    return `${code} ${reason}`
  }
}

const states = [...new Set(rules.map(({ state }) => state)), 'OH']
const cells = states.flatMap((state) =>
  kinds.flatMap((care) => [9, 11, 12, 13, 14, 15, 16, 17, 18, 40].map((age) => ({ state, care, age }))),
)
const mayAlone = ({ state, care, age }: (typeof cells)[number]): boolean => {
  const rule = rules.find((each) => each.state === state && each.care === care)
  return rule !== undefined && age >= rule.fromAge && age < 18
}

describe('a visit that a minor books', () => {
  it.each(cells)('is theirs alone by the law of the state: %o', (cell) => {
    const { state, care, age } = cell
    expect(booked(care, state, aged(age))).toEqual({ sensitivity: care, consentedByMinor: mayAlone(cell) })
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

describe('a visit that staff book for a minor, who says that they consent alone', () => {
  it.each(cells)('is theirs alone, or refused, by the law of the state: %o', (cell) => {
    const { state, care, age } = cell
    const book = () => saidByStaff(care, state, aged(age))
    if (mayAlone(cell)) expect(book()).toEqual({ sensitivity: care, consentedByMinor: true })
    else expect(refusalOf(book)).toBe(`minor_consent_not_allowed ${age < 18 ? 'law' : 'not-a-minor'}`)
    // It is no default: what staff do not say, is not so.
    expect(booked(care, state, aged(age), { isSelf: false }).consentedByMinor).toBe(false)
  })

  it('is refused if it is about nothing sensitive, in every state', () => {
    for (const state of states)
      expect(refusalOf(() => saidByStaff(undefined, state, aged(15)))).toBe('minor_consent_not_allowed not-sensitive')
  })

  it('counts the age from midnight in the zone of the patient', () => {
    const at = (age: number, moment: number) => () =>
      saidByStaff('mental-health', 'CA', aged(age), {
        zone: 'America/Los_Angeles',
        at: new Date(Date.parse('2026-11-25T08:00:00Z') + moment),
      })
    expect([at(12, -1), at(12, 0)].map(refusalOf)).toEqual(['minor_consent_not_allowed law', undefined])
    expect([at(18, -1), at(18, 0)].map(refusalOf)).toEqual([undefined, 'minor_consent_not_allowed not-a-minor'])
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
