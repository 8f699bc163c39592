import { describe, expect, it } from 'vitest'
import { readClaimQuery } from './claim-query.ts'

describe('what a search for claims means', () => {
  it('reads an amount with or without cents and a sign', () => {
    expect(readClaimQuery('145').cents).toBe(14_500)
    expect(readClaimQuery(' $145.50 ').cents).toBe(14_550)
    expect(readClaimQuery('145.5').cents).toBeNull()
    expect(readClaimQuery('Ana').cents).toBeNull()
  })

  it('reads the start of a number, and a name in both orders', () => {
    expect(readClaimQuery('vk12ab')).toMatchObject({ number: 'VK12AB' })
    expect(readClaimQuery('Ana Duarte')).toEqual({ number: null, cents: null, families: ['Ana Duarte', 'Duarte'] })
    expect(readClaimQuery('Duarte, Ana').families).toContain('Duarte')
    expect(readClaimQuery('Duarte, Ana').families).not.toContain('Ana')
    expect(readClaimQuery('145').families).toEqual([])
  })
})
