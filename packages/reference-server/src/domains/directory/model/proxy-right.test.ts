import { describe, expect, it } from 'vitest'
import { isInForce, isOver, lastDayByDefault, proxyStatus } from './proxy-right.ts'

const zone = 'America/New_York'
const right = { personId: 'alex', from: '2026-01-01', to: '2026-11-24', endedAt: null }

describe("a parent's right", () => {
  it('lasts by default through the day before the child turns 18', () => {
    expect(lastDayByDefault('parent', '2008-11-25')).toBe('2026-11-24')
    expect(lastDayByDefault('parent', '2008-02-29')).toBe('2026-02-28')
  })

  it('has no default end for those who act for adults', () => {
    expect(lastDayByDefault('spouse', '1980-01-01')).toBeNull()
    expect(lastDayByDefault('guardian', '2008-11-25')).toBeNull()
  })
})

describe('a right to act', () => {
  it("ends at the patient's midnight, not at the server's", () => {
    expect(isInForce(right, zone, new Date('2026-11-25T04:59:59.999Z'))).toBe(true)
    expect(isInForce(right, zone, new Date('2026-11-25T05:00:00Z'))).toBe(false)
    expect(isInForce(right, 'Pacific/Honolulu', new Date('2026-11-25T09:59:59Z'))).toBe(true)
  })

  it('is not active before its first day and has not ended then', () => {
    const before = new Date('2026-01-01T04:59:59Z')
    expect(isInForce(right, zone, before)).toBe(false)
    expect(isOver(right, zone, before)).toBe(false)
    expect(isInForce(right, zone, new Date('2026-01-01T05:00:00Z'))).toBe(true)
  })

  it('gives no access until it is accepted, and ends all the same', () => {
    const offered = { ...right, personId: null }
    const during = new Date('2026-05-01T12:00:00Z')
    expect(isInForce(offered, zone, during)).toBe(false)
    expect([proxyStatus(offered, zone, during), proxyStatus(right, zone, during)]).toEqual(['invited', 'active'])
    const after = new Date('2026-11-25T05:00:00Z')
    expect([proxyStatus(offered, zone, after), proxyStatus(right, zone, after)]).toEqual(['ended', 'ended'])
  })

  it('ends at once when it is ended early', () => {
    const ended = { ...right, to: null, endedAt: new Date('2026-05-01T12:00:00Z') }
    expect(isOver(ended, zone, new Date('2026-05-01T12:00:00Z'))).toBe(true)
  })
})
