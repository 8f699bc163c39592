import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateWait } from './estimate-wait.ts'
import { queuePosition, type Queue, type QueuedPatient } from './queue-position.ts'
import { readinessOf } from './readiness.ts'
import { recentVisits } from './recent-visits.ts'
import type { VisitFacts } from './visit.ts'

const now = new Date('2026-11-25T15:00:00Z')
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const patient = (visitId: string, start: number, more: Partial<QueuedPatient> = {}): QueuedPatient => ({
  visitId,
  status: 'waiting',
  appointmentStart: at(start),
  checkedInAt: at(-10),
  admittedAt: null,
  ...more,
})
/** Ten visits of exactly ten minutes that began on time. */
const steady = Array.from({ length: 10 }, () => ({ length: 10, delay: 0 }))
const line = (patients: QueuedPatient[], more: Partial<Queue> = {}): Queue => ({
  patients,
  paused: false,
  here: true,
  recent: steady,
  ...more,
})

describe('the queue position', () => {
  const own = patient('own', 0)

  it('counts patients with an earlier appointment, and at the same time those who checked in earlier', () => {
    const earlier = patient('earlier', -15)
    const sameTimeFirst = patient('first', 0, { checkedInAt: at(-20) })
    const sameTimeLater = patient('second', 0, { checkedInAt: at(-5) })
    expect(
      queuePosition(line([own, earlier, sameTimeFirst, sameTimeLater, patient('late', 15)]), own, now).position,
    ).toBe(3)
  })

  it('is the same order for every patient, by appointment first, in whatever order the visits are listed', () => {
    // Starts and check-ins in different orders, and one pair with equal values of each.
    const places = fc.uniqueArray(
      fc.record({
        name: fc.nat({ max: 50 }),
        start: fc.integer({ min: -3, max: 3 }),
        checkedIn: fc.integer({ min: -9, max: -1 }),
      }),
      { minLength: 2, maxLength: 8, selector: ({ name }) => name },
    )
    const isBefore = (left: QueuedPatient, right: QueuedPatient): boolean => {
      if (left.appointmentStart < right.appointmentStart) return true
      if (left.appointmentStart > right.appointmentStart) return false
      if (left.checkedInAt < right.checkedInAt) return true
      return left.checkedInAt.getTime() === right.checkedInAt.getTime() && left.visitId < right.visitId
    }
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.nat()), (given, order) => {
        const waiting = given.map(({ name, start, checkedIn }) =>
          patient(`v${String(name).padStart(2, '0')}`, start * 5, { checkedInAt: at(checkedIn) }),
        )
        const shuffled = waiting
          .map((each) => ({ each, key: order.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each)
        for (const own of waiting)
          expect(queuePosition(line(shuffled), own, now).position).toBe(
            1 + waiting.filter((other) => isBefore(other, own)).length,
          )
      }),
    )
    // By check-in alone the last of these would be first.
    const late = [-1, -2, -3].map((checkedIn, index) =>
      patient(`p${index}`, index * 15, { checkedInAt: at(checkedIn) }),
    )
    expect(late.map((own) => queuePosition(line(late), own, now).position)).toEqual([1, 2, 3])
  })

  it.each([
    ['ready', {}, []],
    ['with-another-patient', {}, [patient('in', -20, { status: 'in-progress', admittedAt: at(-5) })]],
    ['paused', { paused: true }, [patient('in', -20, { status: 'in-progress', admittedAt: at(-5) })]],
    ['not-present', { here: false }, []],
  ] as const)('reports that the practitioner is %s', (practitioner, more, others) => {
    expect(queuePosition(line([own, ...others], more), own, now).practitioner).toBe(practitioner)
  })

  it('has no estimate when none is possible', () => {
    const estimateOf = (more: Partial<Queue>, who = own) => queuePosition(line([who], more), who, now).estimate
    expect(estimateOf({})).not.toBeNull()
    expect(estimateOf({ paused: true })).toBeNull()
    expect(estimateOf({ here: false })).toBeNull()
    expect(estimateOf({ recent: steady.slice(0, 4) })).toBeNull()
    expect(estimateOf({ here: false }, patient('own', 10))).not.toBeNull()
  })
})

describe('the estimated wait', () => {
  const minutes = (question: Partial<Parameters<typeof estimateWait>[0]>) => {
    const range = estimateWait({ recent: steady, current: [], ahead: [], own: 0, ...question })
    return range && [range.fromMinutes, range.toMinutes]
  }

  it('is the time to the appointment when no one is ahead', () => {
    expect(minutes({ own: 12 })).toEqual([11, 13])
    expect(minutes({ own: -5 })).toEqual([0, 1])
  })

  it('adds the rest of the current visit and each visit ahead', () => {
    const [from, to] = minutes({ current: [4], ahead: [-10], own: -5 }) ?? []
    expect(from).toBeGreaterThanOrEqual(13)
    expect(to).toBeLessThanOrEqual(19)
  })

  it('never gets shorter with more patients ahead, or narrower with less data', () => {
    const upTo = (count: number) => minutes({ ahead: Array.from({ length: count }, () => -10), own: 0 })?.[1] ?? 0
    const ends = [0, 1, 2, 3, 4].map(upTo)
    expect(ends.toSorted((a, b) => a - b)).toEqual(ends)
  })

  it('continues when a visit takes longer than all recent ones', () => {
    const [from, to] = minutes({ current: [60] }) ?? []
    expect(from).toBeGreaterThanOrEqual(0)
    expect(to).toBeGreaterThan(10)
  })

  it('learns lengths and delays from past visits', () => {
    const past = [0, 20, 40].map((start) => ({
      appointmentStart: at(start),
      checkedInAt: at(start - 5),
      admittedAt: at(start + 2),
      endedAt: at(start + 14),
    }))
    expect(recentVisits(past)).toEqual([
      { length: 12, delay: 2 },
      { length: 12, delay: 2 },
    ])
  })
})

describe('readiness', () => {
  const visit = {
    requiredConsents: ['telehealth-treatment', 'financial'],
    licenseRequired: true,
    deviceCheck: null,
  } as unknown as VisitFacts
  const consents = (one: 'granted' | 'declined' | 'required', other: 'granted' | 'declined' | 'required') =>
    readinessOf(
      visit,
      'OH',
      {
        consents: new Map([
          ['telehealth-treatment', { status: one }],
          ['financial', { status: other }],
        ]),
        isLicensed: () => true,
      },
      'done',
    ).consent

  it('names the consent that is hardest to resolve', () => {
    expect([consents('granted', 'granted'), consents('granted', 'required'), consents('required', 'declined')]).toEqual(
      ['done', 'open', 'declined'],
    )
  })
})
