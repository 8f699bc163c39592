import { describe, expect, it } from 'vitest'
import type { AccessCase } from './access-case.ts'
import { clinicZone } from './clinic-log.testing.ts'
import { createClinic, monitorClinic, type Clinic } from './create-clinic.testing.ts'
import { shippedPolicy } from './one-access.testing.ts'
import { SeededRandom } from './seeded-random.testing.ts'

const clinic = createClinic(11)
const casesOf = (each: Clinic): readonly AccessCase[] => monitorClinic(each, shippedPolicy).cases
const usual = casesOf(clinic)

/** Without the order of cases and accesses of equal weight, which ids decide. */
const comparable = (cases: readonly AccessCase[]) =>
  cases
    .map((each) => ({ ...each, accessIds: each.accessIds.toSorted() }))
    .toSorted((one, other) => one.day - other.day || (one.memberId < other.memberId ? -1 : 1))

describe('cases of the access monitor', () => {
  it('are the same in a second run', () => {
    expect(usual.length).toBeGreaterThan(50)
    expect(casesOf(createClinic(11))).toEqual(usual)
  })

  it('are the same in another order of accesses and facts', () => {
    const random = new SeededRandom(12)
    const { members, patients, links, covers, emergencies, shifts } = clinic.facts
    const facts = {
      members: random.shuffled(members),
      patients: random.shuffled(patients),
      links: random.shuffled(links),
      covers: random.shuffled(covers),
      emergencies: random.shuffled(emergencies),
      shifts: random.shuffled(shifts),
      suppressions: [],
    }
    expect(casesOf({ ...clinic, accesses: random.shuffled(clinic.accesses), facts })).toEqual(usual)
  })

  it('are the same under other ids', () => {
    // The other end first: an order by id would be reversed.
    const renamed = (id: string): string => `${id.slice(0, 1)}${10_000_000 - Number(id.slice(1))}`
    const maybe = (id: string | null): string | null => (id === null ? null : renamed(id))
    const { facts } = clinic
    const other: Clinic = {
      ...clinic,
      accesses: clinic.accesses.map((each) => ({
        ...each,
        id: renamed(each.id),
        memberId: renamed(each.memberId),
        patientId: maybe(each.patientId),
      })),
      facts: {
        members: facts.members.map((each) => ({ ...each, id: renamed(each.id), patientId: maybe(each.patientId) })),
        patients: facts.patients.map((each) => ({ ...each, id: renamed(each.id) })),
        links: facts.links.map((each) => ({
          ...each,
          id: renamed(each.id),
          patientId: renamed(each.patientId),
          memberId: maybe(each.memberId),
        })),
        covers: facts.covers.map((each) => ({
          ...each,
          memberId: renamed(each.memberId),
          coveredId: renamed(each.coveredId),
        })),
        emergencies: facts.emergencies.map((each) => ({
          ...each,
          memberId: renamed(each.memberId),
          patientId: renamed(each.patientId),
        })),
        shifts: facts.shifts.map((each) => ({ ...each, memberId: renamed(each.memberId) })),
        suppressions: [],
      },
    }
    const expected = usual.map((each) => ({
      ...each,
      memberId: renamed(each.memberId),
      accessIds: each.accessIds.map(renamed),
    }))
    expect(comparable(casesOf(other))).toEqual(comparable(expected))
  })

  it.each([1, 5, 60])('are the same %i weeks later', (weeks) => {
    const later = (time: number): number => time + weeks * 7 * 86_400_000
    const orNull = (time: number | null): number | null => (time === null ? null : later(time))
    const period = <T extends { readonly from: number; readonly until: number }>(each: T): T => ({
      ...each,
      from: later(each.from),
      until: later(each.until),
    })
    const { facts } = clinic
    const shifted: Clinic = {
      ...clinic,
      accesses: clinic.accesses.map((each) => ({ ...each, at: later(each.at) })),
      facts: {
        members: facts.members.map((each) => ({
          ...each,
          disabledAt: orNull(each.disabledAt),
          lastAccessAt: orNull(each.lastAccessAt),
        })),
        patients: facts.patients.map((each) => ({ ...each, deceasedAt: orNull(each.deceasedAt) })),
        links: facts.links.map(period),
        covers: facts.covers.map(period),
        emergencies: facts.emergencies.map((each) => ({ ...period(each), documentedAt: orNull(each.documentedAt) })),
        shifts: facts.shifts.map(period),
        suppressions: [],
      },
      time: { timeZone: clinicZone, asOf: later(clinic.time.asOf) },
    }
    expect(casesOf(shifted)).toEqual(usual.map((each) => ({ ...each, day: each.day + weeks * 7 })))
  })

  it('vanish when an appointment explains the accesses, and are back when it is removed', () => {
    const aboutAccounts = new Set(['dormant-account', 'disabled-account', 'search-enumeration'])
    const chosen = usual
      .filter(({ reasons }) => !reasons.some(({ code }) => aboutAccounts.has(code)))
      .filter((_, index) => index % 10 === 0)
    expect(chosen.length).toBeGreaterThan(5)
    const accesses = new Map(clinic.accesses.map((access) => [access.id, access]))
    const added = chosen.flatMap(({ memberId, accessIds }) =>
      accessIds.map((id) => {
        const { patientId, at } = accesses.get(id)!
        return {
          id: `x${id}`,
          kind: 'appointment' as const,
          patientId: patientId!,
          memberId,
          teamId: null,
          from: at,
          until: at,
        }
      }),
    )
    const keys = (cases: readonly AccessCase[]) => cases.map(({ memberId, day }) => `${memberId} ${day}`)
    const withAppointments = { ...clinic, facts: { ...clinic.facts, links: [...clinic.facts.links, ...added] } }
    const remaining = new Set(keys(casesOf(withAppointments)))
    expect(keys(chosen).filter((key) => remaining.has(key))).toEqual([])
    const ids = new Set(added.map(({ id }) => id))
    const { links } = withAppointments.facts
    const removed = { ...withAppointments.facts, links: links.filter(({ id }) => !ids.has(id)) }
    expect(casesOf({ ...clinic, facts: removed })).toEqual(usual)
  })

  it('are many more when a source of explanations is missing', () => {
    const links = clinic.facts.links.filter(({ kind }) => kind !== 'appointment')
    expect(casesOf({ ...clinic, facts: { ...clinic.facts, links } }).length).toBeGreaterThan(usual.length * 3)
  })
})
