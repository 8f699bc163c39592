import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocatePayment, allocateRefund } from './allocate.ts'

const due = (...cents: number[]) => cents.map((dueCents, at) => ({ visitId: `visit-${at}`, dueCents }))
const visits = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 6 })

describe('a payment', () => {
  it('pays what has been due longest, whole, before what came later', () => {
    expect(allocatePayment(150, due(100, 100, 100))).toEqual([
      { visitId: 'visit-0', cents: 100 },
      { visitId: 'visit-1', cents: 50 },
    ])
    fc.assert(
      fc.property(visits, fc.integer({ min: 1, max: 40_000 }), (cents, paid) => {
        const owed = due(...cents)
        const parts = allocatePayment(paid, owed)
        const on = (visitId: string | null): number => parts.find((part) => part.visitId === visitId)?.cents ?? 0
        for (const [at, { visitId, dueCents }] of owed.entries()) {
          const isLaterPaid = owed.slice(at + 1).some((later) => on(later.visitId) > 0) || on(null) > 0
          if (isLaterPaid) expect(on(visitId)).toBe(dueCents)
          expect(on(visitId)).toBeLessThanOrEqual(dueCents)
        }
        expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBe(paid)
      }),
    )
  })
})

describe('a refund', () => {
  const paid = [
    { visitId: 'visit-0', cents: 100 },
    { visitId: 'visit-1', cents: 100 },
    { visitId: null, cents: 30 },
  ]

  it('comes out of the credit first, then out of the latest visit, and last out of the oldest', () => {
    expect(allocateRefund(30, paid)).toEqual([{ visitId: null, cents: 30 }])
    expect(allocateRefund(50, paid)).toEqual([
      { visitId: null, cents: 30 },
      { visitId: 'visit-1', cents: 20 },
    ])
    expect(allocateRefund(180, paid)).toEqual([
      { visitId: null, cents: 30 },
      { visitId: 'visit-1', cents: 100 },
      { visitId: 'visit-0', cents: 50 },
    ])
  })

  it('leaves an older visit paid for as long as a later one has anything left', () => {
    fc.assert(
      fc.property(
        visits,
        fc.integer({ min: 1, max: 40_000 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (cents, whole, share) => {
          const there = allocatePayment(whole, due(...cents))
          const back = Math.max(1, Math.floor(whole * share))
          const parts = allocateRefund(back, there)
          const taken = (visitId: string | null): number => parts.find((part) => part.visitId === visitId)?.cents ?? 0
          for (const [at, { visitId }] of there.entries())
            if (taken(visitId) > 0)
              for (const later of there.slice(at + 1)) expect(taken(later.visitId)).toBe(later.cents)
          expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBe(back)
        },
      ),
    )
  })
})
