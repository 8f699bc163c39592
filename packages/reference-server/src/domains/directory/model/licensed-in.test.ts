import { describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { licensedIn, statesInForce } from './licensed-in.ts'

type Licence = components['schemas']['Licence']
const licence = (given: Partial<Licence>): Licence => ({
  state: 'OH',
  number: 'TEST-1',
  kind: 'full',
  status: 'active',
  expiresOn: '2026-12-31',
  ...given,
})
const zone = 'America/Los_Angeles'
const licensed = (licences: Licence[], state: string, at: string) => licensedIn({ licences, zone }, state, new Date(at))

describe('a licence', () => {
  it("holds until the last minute of its last day by the practitioner's clock, and no longer", () => {
    const licences = [licence({ expiresOn: '2026-11-25' })]
    expect(licensed(licences, 'OH', '2026-11-26T07:59:59.999Z')).toMatchObject({
      licensed: true,
      until: new Date('2026-11-26T08:00:00Z'),
    })
    expect(licensed(licences, 'OH', '2026-11-26T08:00:00Z')).toEqual({ licensed: false, because: 'expired' })
  })

  it('ends at midnight also on the night when the clocks go back', () => {
    const licences = [licence({ expiresOn: '2026-11-01' })]
    expect(licensed(licences, 'OH', '2026-11-02T07:59:59Z').licensed).toBe(true)
    expect(licensed(licences, 'OH', '2026-11-02T08:00:00Z').licensed).toBe(false)
  })

  it('does not hold while it is suspended, in another state, or without any', () => {
    expect(licensed([licence({ status: 'suspended' })], 'OH', '2026-11-25T12:00:00Z')).toEqual({
      licensed: false,
      because: 'suspended',
    })
    expect(licensed([licence({})], 'TX', '2026-11-25T12:00:00Z')).toEqual({ licensed: false, because: 'none' })
    expect(licensed([], 'OH', '2026-11-25T12:00:00Z')).toEqual({ licensed: false, because: 'none' })
  })

  it('of two for one state the longer decides', () => {
    const longer = licence({ number: 'TEST-2', expiresOn: '2027-06-30' })
    expect(licensed([licence({}), longer], 'OH', '2026-11-25T12:00:00Z')).toMatchObject({
      licensed: true,
      licence: longer,
    })
  })
})

describe('a compact privilege', () => {
  const privilege = licence({ state: 'TX', kind: 'compact' })

  it('counts only beside a full licence in force somewhere', () => {
    expect(licensed([privilege, licence({})], 'TX', '2026-11-25T12:00:00Z').licensed).toBe(true)
    for (const others of [
      [],
      [licence({ status: 'suspended' })],
      [licence({ expiresOn: '2026-11-24' })],
      [licence({ state: 'UT', kind: 'compact' })],
    ]) {
      expect(licensed([privilege, ...others], 'TX', '2026-11-25T12:00:00Z')).toEqual({
        licensed: false,
        because: 'compact-without-home',
      })
    }
  })

  it('ends with the home licence when that ends first', () => {
    const home = licence({ expiresOn: '2026-11-30' })
    expect(licensed([privilege, home], 'TX', '2026-11-25T12:00:00Z')).toMatchObject({
      until: new Date('2026-12-01T08:00:00Z'),
    })
  })
})

it('patients see only the states in which the practitioner may treat today', () => {
  const licences = [licence({}), licence({ state: 'AZ', expiresOn: '2026-01-01' }), licence({ state: 'CA' })]
  expect(statesInForce({ licences, zone }, new Date('2026-11-25T12:00:00Z'))).toEqual(['CA', 'OH'])
})
