import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadBillingPolicy } from '../../kernel/packs/load-policy.ts'
import { addBusinessDays, isBusinessDay } from './business-days.ts'
import { compareWithEstimate, estimateDue } from './estimate-clock.ts'

const { estimate: policy } = await loadBillingPolicy()
const zone = 'America/New_York'

describe('business days', () => {
  it.each([
    ['a Saturday', '2026-11-28', false],
    ['Thanksgiving', '2026-11-26', false],
    ['the day after Thanksgiving', '2026-11-27', true],
    ['Independence Day on a Saturday, kept on the Friday', '2026-07-03', false],
    ['New Year on a Saturday, kept in the year before', '2027-12-31', false],
    ['Juneteenth', '2026-06-19', false],
    ['Memorial Day', '2026-05-25', false],
    ['Martin Luther King Day', '2027-01-18', false],
    ['an ordinary Tuesday', '2026-11-24', true],
  ])('%s', (_, day, expected) => {
    expect(isBusinessDay(day)).toBe(expected)
  })

  it('counts forward and back to a business day, and never the day itself', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (date, count) => {
        const from = date.toISOString().slice(0, 10)
        const to = addBusinessDays(from, count)
        expect(isBusinessDay(to) && to > from).toBe(true)
        const between = Array.from({ length: count - 1 }, (_, index) => addBusinessDays(from, index + 1))
        expect(between.every((each) => each < to)).toBe(true)
        if (isBusinessDay(from)) expect(addBusinessDays(to, -count)).toBe(from)
      }),
      { numRuns: 200 },
    )
  })
})

describe('an estimate is due', () => {
  const due = (at: string, serviceStart: string, inZone = zone) =>
    estimateDue({ kind: 'scheduled', at: new Date(at), serviceStart: new Date(serviceStart) }, inZone, policy)?.dueOn ??
    null

  it.each([
    ['within three business days when booked ten ahead', '2026-11-02T15:00Z', '2026-11-17T15:00Z', '2026-11-05'],
    ['within one when booked nine ahead', '2026-11-02T15:00Z', '2026-11-16T15:00Z', '2026-11-03'],
    ['within one when booked three ahead', '2026-11-02T15:00Z', '2026-11-05T15:00Z', '2026-11-03'],
    ['not unasked when booked two ahead', '2026-11-02T15:00Z', '2026-11-04T15:00Z', null],
    ['over Thanksgiving and the weekend', '2026-11-25T15:00Z', '2026-12-01T15:00Z', '2026-11-27'],
    ['from the Monday when booked on a Sunday', '2026-11-01T15:00Z', '2026-11-05T15:00Z', '2026-11-02'],
  ])('%s', (_, at, serviceStart, expected) => {
    expect(due(at, serviceStart)).toBe(expected)
  })

  it('by the clinic’s calendar, not by the server’s', () => {
    // Half past eleven in the evening in New York is the next day in UTC.
    expect(due('2026-11-03T04:30Z', '2026-11-17T15:00Z')).toBe('2026-11-05')
    expect(due('2026-11-03T04:30Z', '2026-11-17T15:00Z', 'Europe/Berlin')).toBe('2026-11-04')
  })

  it('three business days after the request, to the end of the last', () => {
    const asked = estimateDue({ kind: 'requested', at: new Date('2026-11-24T20:00Z') }, zone, policy)
    expect(asked).toEqual({ dueOn: '2026-11-30', dueBefore: new Date('2026-12-01T05:00:00Z') })
  })

  it('one business day before a service that was changed, and at once when that is over', () => {
    const changed = (at: string) =>
      estimateDue({ kind: 'changed', at: new Date(at), serviceStart: new Date('2026-11-30T15:00Z') }, zone, policy)
        ?.dueOn
    expect(changed('2026-11-20T15:00Z')).toBe('2026-11-27')
    expect(changed('2026-11-29T15:00Z')).toBe('2026-11-29')
  })
})

describe('a bill beyond the estimate', () => {
  it.each([
    [39_999, false, null],
    [40_000, true, '2027-03-24'],
    [-500, false, null],
  ])('%d cents more', (excess, disputable, disputeUntil) => {
    expect(compareWithEstimate(10_000, 10_000 + excess, '2026-11-24', policy)).toMatchObject({
      excessCents: excess,
      disputable,
      disputeUntil,
    })
  })
})
