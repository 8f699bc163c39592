import { describe, expect, it } from 'vitest'
import type { CareBasis } from '../../../../platform/care/relationship.ts'
import { localTimeIn } from './local-time.ts'
import { matchKeys } from './match-keys.ts'
import type { CareLink } from './monitored-facts.ts'
import { access, at, codesOf, member, monitor, patient, shippedPolicy } from './one-access.testing.ts'

const relative = { ...patient, householdKey: member.householdKey }
const appointment: CareLink = {
  id: 'appointment',
  kind: 'appointment',
  patientId: 'patient',
  memberId: 'nurse',
  teamId: null,
  from: at(1, 9),
  until: at(1, 10),
}
const many = (count: number, day = 1) =>
  Array.from({ length: count }, (_, n) => ({
    ...access,
    id: `access ${day} ${n}`,
    at: at(day, 10) + n * 60_000,
    patientId: `patient ${n}`,
  }))

describe('an access', () => {
  it('that nothing explains opens no case by itself', () => {
    expect(monitor([access])).toMatchObject({ cases: [], opened: 1, explained: 0 })
  })
  it.each([
    ['someone of the same household', ['household', 'unexplained'], { patients: [relative] }],
    [
      'someone of a former household',
      ['former-household', 'unexplained'],
      { patients: [{ ...patient, formerHouseholdKeys: ['home of the nurse'] }] },
    ],
    ['a confidential patient', ['confidential', 'unexplained'], { patients: [{ ...patient, confidential: true }] }],
    [
      'a colleague',
      ['co-worker', 'unexplained'],
      { members: [member, { ...member, id: 'other', patientId: 'patient' }] },
    ],
    [
      'someone with the same surname and postal code',
      ['surname-and-postal-code', 'unexplained'],
      { patients: [{ ...patient, surnameKeys: ['another form', ...member.surnameKeys] }] },
    ],
    ['the own record', ['self', 'unexplained'], { members: [{ ...member, patientId: 'patient' }] }],
    ['someone who died long ago', ['deceased', 'unexplained'], { patients: [{ ...patient, deceasedAt: at(-40, 0) }] }],
    [
      'anyone, from an account that was disabled',
      ['disabled-account', 'unexplained'],
      { members: [{ ...member, disabledAt: at(0, 0) }] },
    ],
    [
      'anyone, from an account that was long unused',
      ['dormant-account', 'unexplained'],
      { members: [{ ...member, lastAccessAt: at(-50, 0) }] },
    ],
  ])('to %s opens a case', (_, codes, facts) => {
    expect(codesOf(monitor([access], facts))).toEqual(codes)
  })
  it('to sensitive data at night opens a case, and none during a shift', () => {
    const night = { ...access, at: at(1, 23), sensitive: 'psychotherapy' as const }
    expect(codesOf(monitor([night]))).toEqual(['after-hours', 'sensitive', 'unexplained'])
    expect(monitor([night], { shifts: [{ memberId: 'nurse', from: at(1, 19), until: at(2, 7) }] }).cases).toEqual([])
    expect(monitor([{ ...night, at: at(1, 12) }]).cases).toEqual([])
  })
  it('by emergency opens a case if it was not documented within a day', () => {
    const emergency = { id: 'e', memberId: 'nurse', patientId: 'patient', from: at(1, 9), until: at(1, 13) }
    const codes = (documentedAt: number | null, asOf?: number) =>
      codesOf(monitor([access], { emergencies: [{ ...emergency, documentedAt }] }, asOf))
    const flagged = ['emergency', 'emergency-not-documented', 'unexplained']
    expect(codes(null)).toEqual(flagged)
    expect(codes(at(2, 10))).toEqual(flagged)
    expect(codes(at(2, 8))).toEqual([])
    expect(codes(null, at(1, 20))).toEqual([])
    const twice = [null, at(1, 11)].map((documentedAt, n) => ({ ...emergency, id: `e${n}`, documentedAt }))
    for (const emergencies of [twice, twice.toReversed()])
      expect(codesOf(monitor([access], { emergencies }))).toEqual([])
  })
})

describe('an explanation', () => {
  it('removes the case, from a week before the appointment to thirty days after it', () => {
    const on = (day: number) =>
      codesOf(monitor([{ ...access, at: at(day, 10) }], { patients: [relative], links: [appointment] }))
    expect([-5, 1, 30].map(on)).toEqual([[], [], []])
    expect([-9, 33].map((day) => on(day).includes('household'))).toEqual([true, true])
  })
  it('is that of the member, of the team and of a covered colleague, and of no one else', () => {
    const other = { ...member, id: 'other', teamId: null }
    const of = (link: Partial<CareLink>, covers = false, day = 1) =>
      codesOf(
        monitor([{ ...access, at: at(day, 10) }], {
          members: [member, other],
          patients: [relative],
          links: [{ ...appointment, ...link }],
          covers: covers ? [{ memberId: 'nurse', coveredId: 'other', from: at(1, 0), until: at(2, 0) }] : [],
        }),
      )
    expect(of({})).toEqual([])
    expect(of({ memberId: null, teamId: 'nurses' })).toEqual([])
    expect(of({ memberId: 'other' }, true)).toEqual([])
    expect(of({ memberId: 'other' }, true, 2)).toEqual(['household', 'unexplained'])
    for (const link of [{ memberId: 'other' }, { memberId: null, teamId: 'doctors' }, { patientId: 'another' }])
      expect(of(link)).toEqual(['household', 'unexplained'])
  })
  it('exists for each basis of the care register', () => {
    const bases: Record<CareBasis, true> = {
      appointment: true,
      visit: true,
      referral: true,
      task: true,
      note: true,
      'lab-order': true,
      prescription: true,
    }
    const explained = Object.keys(bases).map((kind) =>
      codesOf(
        monitor([access], {
          patients: [relative],
          links: [{ ...appointment, kind: kind as CareBasis, until: at(1, 11) }],
        }),
      ),
    )
    expect(explained.flat()).toEqual([])
    expect(Object.keys(shippedPolicy.explanations)).toEqual(expect.arrayContaining(Object.keys(bases)))
  })
  it('does not excuse an account that was disabled', () => {
    const disabled = { members: [{ ...member, disabledAt: at(0, 0) }], links: [appointment] }
    expect(codesOf(monitor([access], disabled))).toEqual(['disabled-account'])
  })
  it('of a look at a relative leaves about every tenth for a second look, the same ones in whatever company', () => {
    const looks = Array.from({ length: 500 }, (_, n) => ({ ...access, id: `look ${n}`, at: at(1, 10) + n }))
    const facts = { patients: [relative], links: [appointment] }
    const { cases, secondLooks } = monitor(looks, facts)
    expect(cases).toEqual([])
    expect(secondLooks.length).toBeGreaterThan(25)
    expect(secondLooks.length).toBeLessThan(100)
    expect(monitor(looks.toReversed(), facts).secondLooks).toEqual(secondLooks)
    expect(looks.flatMap((look) => monitor([look], facts).secondLooks)).toEqual(secondLooks)
  })
  it('of a look at a stranger leaves nothing for a second look', () => {
    const looks = Array.from({ length: 500 }, (_, n) => ({ ...access, id: `look ${n}`, at: at(1, 10) + n }))
    expect(monitor(looks, { links: [appointment] }).secondLooks).toEqual([])
  })
})

describe('a day', () => {
  it('with far more unexplained patients than those of peers opens a case', () => {
    expect(codesOf(monitor(many(8)))).toEqual([])
    const peers = Array.from({ length: 9 }, (_, n) => ({ ...access, id: `peer ${n}`, memberId: `peer ${n}` }))
    const members = [member, ...peers.map(({ memberId }) => ({ ...member, id: memberId }))]
    const { cases } = monitor([...many(10), ...peers], { members })
    expect(cases.map(({ memberId }) => memberId)).toEqual(['nurse'])
    expect(cases[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'volume', patients: 10 }))
  })
  it('is compared with days of the same role only', () => {
    const busy = Array.from({ length: 9 }, (_, n) =>
      many(10).map((each) => ({ ...each, id: `${each.id} of ${n}`, memberId: `peer ${n}` })),
    ).flat()
    const members = (role: string) => [
      member,
      ...Array.from({ length: 9 }, (_, n) => ({ ...member, id: `peer ${n}`, role })),
    ]
    const ofNurse = (role: string) =>
      monitor([...many(12), ...busy], { members: members(role) }).cases.filter(({ memberId }) => memberId === 'nurse')
    expect(ofNurse('nurse')).toEqual([])
    expect(ofNurse('physician')).toEqual([])
    const quiet = Array.from({ length: 9 }, (_, n) => ({ ...access, id: `quiet ${n}`, memberId: `quiet ${n}` }))
    const withQuiet = [...members('physician'), ...quiet.map(({ memberId }) => ({ ...member, id: memberId }))]
    const { cases } = monitor([...many(12), ...busy, ...quiet], { members: withQuiet })
    expect(cases.map(({ memberId }) => memberId)).toEqual(['nurse'])
  })
  it('after many with a few unexplained patients too many opens a case', () => {
    const peers = Array.from({ length: 5 }, (_, n) => ({ ...member, id: `peer ${n}` }))
    const days = (count: number) =>
      [0, 1, 2, 3, 4, 7, 8, 9].flatMap((day) => [
        ...many(count, day),
        ...peers.map(({ id }) => ({ ...access, id: `${id} ${day}`, at: at(day, 9), memberId: id })),
      ])
    const { cases } = monitor(days(6), { members: [member, ...peers] })
    expect(cases.map(({ reasons }) => reasons[0]?.code)).toEqual(['slow-collection'])
    expect(monitor(days(3), { members: [member, ...peers] }).cases).toEqual([])
  })
  it('of searches without a match, or of records in the order of their numbers, opens a case', () => {
    const searches = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        ...access,
        id: `search ${n}`,
        at: at(1, 9) + n * 1_000,
        patientId: null,
        action: 'search' as const,
      }))
    expect(codesOf(monitor([...searches(20), access]))).toEqual(['search-enumeration', 'unexplained'])
    expect(codesOf(monitor([...searches(19), access]))).toEqual([])
    // Eight and no more patients of a peer group of one have no unusual volume: the numbers show it.
    const twice = [...many(12), ...many(12).map((each) => ({ ...each, id: `again ${each.id}`, at: each.at + 1 }))]
    const numbered = (step: number) =>
      many(12).map((_, n) => ({ ...patient, id: `patient ${n}`, recordNumber: 100 + n * step }))
    expect(codesOf(monitor(twice, { patients: numbered(1) }))).toContain('search-enumeration')
    expect(codesOf(monitor(twice, { patients: numbered(2) }))).not.toContain('search-enumeration')
  })
  it('begins and ends on the clock of the organization, also when clocks change', () => {
    const newYork = localTimeIn('America/New_York')
    expect(newYork(Date.UTC(2026, 2, 8, 6, 59))).toMatchObject({ minute: 119 })
    expect(newYork(Date.UTC(2026, 2, 8, 7))).toMatchObject({ minute: 180 })
    expect(newYork(Date.UTC(2026, 0, 2, 4, 59)).day + 1).toBe(newYork(Date.UTC(2026, 0, 2, 5)).day)
  })
})

describe('a key of a name or an address', () => {
  const secret = new Uint8Array(32).fill(1)
  it('is equal for other spellings, and different with another secret', () => {
    const key = (...parts: string[]): string => matchKeys(secret, ...parts).join()
    expect(key('12 Main St.', '85010')).toBe(key('12 MAIN ST', '85010'))
    expect(key('Núñez', '85010')).toBe(key('nunez', '85010'))
    expect(key('Nunez', '85010')).not.toBe(key('Nunez', '85011'))
    expect(key('Nunez', '85010')).not.toBe(matchKeys(new Uint8Array(32), 'Nunez', '85010').join())
  })
  it.each([
    ['Müller', 'Mueller'],
    ['Müller', 'Muller'],
    ['Straße', 'STRASSE'],
    ['Ødegård', 'Oedegaard'],
    ['O’Brien', "O'Brien"],
    ['Łukasz', 'Lukasz'],
  ])('is shared by %s and %s', (one, other) => {
    const others = matchKeys(secret, other, '85010')
    expect(matchKeys(secret, one, '85010').filter((key) => others.includes(key))).not.toEqual([])
    expect(matchKeys(secret, one, '85011').filter((key) => others.includes(key))).toEqual([])
  })
  it('does not exist for an unknown address', () => {
    expect(matchKeys(secret, '', '85010')).toEqual([])
    expect(matchKeys(secret, ' ', '85010')).toEqual([])
    expect(matchKeys(secret)).toEqual([])
  })
})
