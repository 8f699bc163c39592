import { describe, expect, it } from 'vitest'
import { startClock, restartEscalation, escalate, type CriticalClock } from './critical-clock.ts'
import { requireValidLabsPolicy, coveringFor, type Covering, type LabsPolicy } from './labs-policy.ts'

const [organizationId, ordering, stand, other] = ['a', 'b', 'c', 'd'].map(
  (letter) => `${letter.repeat(8)}-0000-7000-8000-000000000000`,
) as [string, string, string, string]
const raised = new Date('2026-11-25T15:00:00Z')
const after = (minutes: number): Date => new Date(raised.getTime() + minutes * 60_000)

const policy = (covering: readonly Covering[] = []): LabsPolicy => ({
  effectiveFrom: '2026-11-01',
  effectiveTo: null,
  source: 'Test',
  critical: {
    acknowledgeWithinMinutes: 30,
    steps: [
      { afterMinutes: 0, role: 'ordering-practitioner' },
      { afterMinutes: 15, role: 'covering-practitioner', otherwise: 'practitioner' },
      { afterMinutes: 20, role: 'practitioner' },
      { afterMinutes: 30, role: 'nurse' },
    ],
    covering,
  },
  undeliveredAfterHours: 24,
  retentionDays: { messageMarks: 400, decidedReports: 90 },
})
const rolesOf = ({ notified }: CriticalClock) => notified.map(({ role }) => role)
const covers: Covering = { organizationId, practitionerId: stand, from: '2026-11-25T00:00:00Z', until: null }

describe('the clock of a critical value', () => {
  it('notifies the covering practitioner by id when due, and everyone a little later', () => {
    const started = startClock(policy(), raised)
    const at15 = escalate(started, policy(), after(15), stand)
    expect(at15.notified.at(-1)).toEqual({
      role: 'covering-practitioner',
      practitionerId: stand,
      at: after(15).toISOString(),
    })
    expect(rolesOf(escalate(at15, policy(), after(20), stand))).toEqual([
      'ordering-practitioner',
      'covering-practitioner',
      'practitioner',
    ])
  })

  it('notifies the fallback role if no practitioner covers, and each role once', () => {
    const at15 = escalate(startClock(policy(), raised), policy(), after(15))
    expect(rolesOf(at15)).toEqual(['ordering-practitioner', 'practitioner'])
    const at20 = escalate(at15, policy(), after(20))
    expect(rolesOf(at20)).toEqual(rolesOf(at15))
    expect(at20.nextAt).toEqual(after(30))
    const at30 = escalate(at20, policy(), after(30))
    expect(rolesOf(at30)).toEqual(['ordering-practitioner', 'practitioner', 'nurse'])
    expect(at30.nextAt).toBeNull()
  })

  it('notifies all missed roles at once after downtime', () => {
    expect(rolesOf(escalate(startClock(policy(), raised), policy(), after(300), stand))).toEqual([
      'ordering-practitioner',
      'covering-practitioner',
      'practitioner',
      'nurse',
    ])
  })
})

describe('another critical value before the first is acknowledged', () => {
  const all = ['ordering-practitioner', 'practitioner', 'nurse']

  it('notifies every role again, even if all were notified of the first', () => {
    const exhausted = escalate(startClock(policy(), raised), policy(), after(40))
    expect([rolesOf(exhausted), exhausted.nextAt]).toEqual([all, null])
    const again = restartEscalation(exhausted, policy(), after(240))
    expect(again.notified).toEqual([{ role: 'ordering-practitioner', at: after(240).toISOString() }])
    expect(rolesOf(escalate(again, policy(), after(241)))).toEqual(all)
    expect(again.dueAt).toEqual(after(30))
  })

  it('does not delay the next role of the first', () => {
    const again = restartEscalation(startClock(policy(), raised), policy(), after(14))
    expect(rolesOf(escalate(again, policy(), after(15), stand))).toEqual([
      'ordering-practitioner',
      'covering-practitioner',
    ])
  })
})

describe('the covering practitioner', () => {
  const whom = (covering: readonly Covering[], at = raised) =>
    coveringFor(policy(covering), { organizationId, practitionerId: ordering }, at)

  it('is the first that applies to the organization, the practitioner and the time', () => {
    expect(whom([covers])).toBe(stand)
    expect(whom([{ ...covers, for: [ordering] }])).toBe(stand)
    expect(
      whom([
        { ...covers, for: [other] },
        { ...covers, practitionerId: other },
      ]),
    ).toBe(other)
  })

  it.each<[string, Partial<Covering>, Date?]>([
    ['another organization', { organizationId: other }],
    ['the ordering practitioner', { practitionerId: ordering }],
    ['a practitioner whose cover has not begun', { from: '2026-11-25T15:00:01Z' }],
    ['a practitioner whose cover has ended', { until: '2026-11-25T15:00:00Z' }],
  ])('is not %s', (_, more) => {
    expect(whom([{ ...covers, ...more }])).toBeNull()
  })

  it.each<[string, Partial<Covering>]>([
    ['an id', { practitionerId: 'Dr. Example' }],
    ['a beginning', { from: 'soon' }],
    ['an end after the beginning', { until: '2026-11-24T00:00:00Z' }],
  ])('without %s stops the server from starting', (_, more) => {
    expect(() => requireValidLabsPolicy(policy([{ ...covers, ...more }]))).toThrow('covers')
  })

  it('is never the first to be notified, and never the only one', () => {
    const steps = [{ afterMinutes: 0, role: 'covering-practitioner', otherwise: 'nurse' }] as const
    const first = { ...policy(), critical: { acknowledgeWithinMinutes: 30, steps } }
    expect(() => requireValidLabsPolicy(first)).toThrow('not the first step')
    const alone = [
      { afterMinutes: 0, role: 'nurse' },
      { afterMinutes: 5, role: 'covering-practitioner' },
    ] as const
    expect(() => requireValidLabsPolicy({ ...first, critical: { ...first.critical, steps: alone } })).toThrow(
      'otherwise',
    )
  })

  it('of a role that is not in the contract stops the server from starting', () => {
    const steps = [{ afterMinutes: 0, role: 'matron' as 'nurse' }]
    expect(() => requireValidLabsPolicy({ ...policy(), critical: { acknowledgeWithinMinutes: 30, steps } })).toThrow(
      'matron',
    )
  })
})
