import { describe, expect, it } from 'vitest'
import { createUnprovenQueue } from './unproven-queue.ts'

describe('checks of proofs that may be forged', () => {
  it('are bounded for an address and what it claims, and never keep others from their turn', async () => {
    const inTurn = createUnprovenQueue()
    const gate = Promise.withResolvers<void>()
    let atOnce = 0
    let most = 0
    const check = async () => {
      most = Math.max(most, ++atOnce)
      await gate.promise
      atOnce--
      return 'checked'
    }
    const flood = Array.from({ length: 2_010 }, () =>
      inTurn('203.0.113.1', 'bearer', check).catch(({ code }: { code: string }) => code),
    )
    const order: string[] = []
    const others = ['203.0.113.2', '203.0.113.3'].map((address) =>
      inTurn(address, 'bearer', async () => void order.push(address)),
    )
    const last = Promise.all(flood).then((results) => {
      order.push('the flood')
      return results
    })
    gate.resolve()
    await Promise.all(others)
    expect((await last).filter((result) => result === 'too_many_requests')).toHaveLength(10)
    expect(order).toEqual(['203.0.113.2', '203.0.113.3', 'the flood'])
    expect(most).toBe(4)
  })
})
