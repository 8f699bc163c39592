import { describe, expect, it } from 'vitest'
import { ownershipOf, relationshipOf, relationshipTo, type CareParticipant, type Circle } from './relationship.ts'

const now = new Date('2026-11-25T15:00:00Z')
const at = (time: string): Date => new Date(`2026-11-25T${time}Z`)
const circle = (more: Partial<Circle> = {}): Circle => ({
  memberId: 'member-b',
  practitionerId: 'dr-b',
  specialties: ['primary-care'],
  chartReach: 'assigned',
  team: new Set(),
  covers: [],
  emergencies: [],
  ...more,
})
const cover = (from = '14:00:00', until = '16:00:00') => ({
  practitionerId: 'dr-a',
  memberId: 'member-a',
  kind: 'cover' as const,
  from: at(from),
  until: at(until),
})
const participant = (more: Partial<CareParticipant>): CareParticipant => ({
  patientId: 'patient',
  basis: 'appointment',
  ...more,
})

describe('ownership of work', () => {
  it.each([
    ['their own, as a practitioner', circle(), ['dr-b'], { basis: 'owner' }],
    ['their own, as a member', circle(), ['member-b'], { basis: 'owner' }],
    ['one of two owners', circle(), ['dr-a', 'dr-b'], { basis: 'owner' }],
    ['a care team’s', circle({ team: new Set(['dr-a']) }), ['dr-a'], { basis: 'team' }],
    ['covered', circle({ covers: [cover()] }), ['dr-a'], { basis: 'cover', onBehalfOf: 'dr-a' }],
    [
      'a care team’s before it is covered',
      circle({ team: new Set(['dr-a']), covers: [cover()] }),
      ['dr-a'],
      { basis: 'team' },
    ],
    ['a colleague’s', circle(), ['dr-a'], null],
    ['no one’s', circle(), [], null],
  ])('%s', (_, of, owners, expected) => {
    expect(ownershipOf(of, owners, now)).toEqual(expected)
  })

  it('is not granted by the policy that opens charts', () => {
    expect(ownershipOf(circle({ chartReach: 'organization' }), ['dr-a'], now)).toBeNull()
  })

  it('is covered from the start of a cover, inclusive, to its end, exclusive', () => {
    const isCovered = (from: string, until: string) =>
      ownershipOf(circle({ covers: [cover(from, until)] }), ['dr-a'], now) !== null
    expect(isCovered('15:00:00', '16:00:00')).toBe(true)
    expect(isCovered('14:00:00', '15:00:00')).toBe(false)
    expect(isCovered('15:00:01', '16:00:00')).toBe(false)
  })
})

describe('a treatment relationship', () => {
  const roles = ['practitioner']
  it.each([
    ['an appointment of their own', circle(), [participant({ practitionerId: 'dr-b' })], { basis: 'appointment' }],
    ['a task of their own', circle(), [participant({ basis: 'task', memberId: 'member-b' })], { basis: 'task' }],
    ['a task of their role', circle(), [participant({ basis: 'task', role: 'practitioner' })], { basis: 'task' }],
    ['a task of another role', circle(), [participant({ basis: 'task', role: 'nurse' })], null],
    [
      'a referral to their specialty',
      circle(),
      [participant({ basis: 'referral', specialty: 'primary-care' })],
      { basis: 'referral' },
    ],
    ['a referral to another', circle(), [participant({ basis: 'referral', specialty: 'cardiology' })], null],
    [
      'a visit of their care team',
      circle({ team: new Set(['dr-a']) }),
      [participant({ basis: 'visit', practitionerId: 'dr-a' })],
      { basis: 'team' },
    ],
    [
      'a patient of a colleague they cover',
      circle({ covers: [cover()] }),
      [participant({ practitionerId: 'dr-a' })],
      { basis: 'cover', onBehalfOf: 'dr-a' },
    ],
    [
      'a task of the member they cover',
      circle({ covers: [cover()] }),
      [participant({ basis: 'task', memberId: 'member-a' })],
      { basis: 'cover', onBehalfOf: 'dr-a' },
    ],
    [
      'a note that they supervise',
      circle(),
      [participant({ basis: 'note', memberId: 'member-b', supervises: 'dr-a' })],
      { basis: 'supervision', onBehalfOf: 'dr-a' },
    ],
    [
      'their own before what they supervise',
      circle(),
      [
        participant({ basis: 'note', memberId: 'member-b', supervises: 'dr-a' }),
        participant({ practitionerId: 'dr-b' }),
      ],
      { basis: 'appointment' },
    ],
    ['the organization’s policy', circle({ chartReach: 'organization' }), [], { basis: 'organization-policy' }],
    ['none', circle(), [participant({ practitionerId: 'dr-a' })], null],
  ] as const)('%s', (_, of, participants, expected) => {
    expect(relationshipOf(of, roles, participants, now)).toEqual(expected)
  })
})

describe('a chart that is open in an emergency', () => {
  const opened = circle({
    emergencies: [
      { patientId: 'patient', reason: 'life-at-risk', from: at('14:00:00'), until: at('15:00:01') },
      { patientId: 'other', reason: 'cannot-answer', from: at('14:00:00'), until: at('16:00:00') },
    ],
  })
  const to = (patientId: string, when = now, participants: readonly CareParticipant[] = []) =>
    relationshipTo(patientId, opened, ['practitioner'], participants, when)

  it('is a relationship to that patient only, until its last instant', () => {
    const open = { basis: 'emergency', reason: 'life-at-risk', until: at('15:00:01') }
    expect(to('patient')).toEqual(open)
    expect(to('patient', new Date('2026-11-25T15:00:00.999Z'))).toEqual(open)
    expect(to('patient', at('15:00:01'))).toBeNull()
    expect(to('patient', new Date('2026-11-25T13:59:59.999Z'))).toBeNull()
    expect(to('nobody')).toBeNull()
  })

  it('comes after every other relationship', () => {
    expect(to('patient', now, [participant({ practitionerId: 'dr-b' })])).toEqual({ basis: 'appointment' })
  })
})
