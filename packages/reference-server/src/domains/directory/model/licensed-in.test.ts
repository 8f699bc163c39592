import { describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { licensedIn, statesInForce } from './licensed-in.ts'

type License = components['schemas']['License']
const license = (given: Partial<License>): License => ({
  state: 'OH',
  number: 'TEST-1',
  kind: 'full',
  status: 'active',
  expiresOn: '2026-12-31',
  ...given,
})
const zone = 'America/Los_Angeles'
const licensed = (licenses: License[], state: string, at: string) => licensedIn({ licenses, zone }, state, new Date(at))

describe('a license', () => {
  it.each([
    ['OH', '2026-11-26T05:00:00Z'],
    ['HI', '2026-11-26T10:00:00Z'],
  ])(
    'of %s is valid until the last minute of its last day by the clock of its state, and no longer',
    (state, until) => {
      const licenses = [license({ state, expiresOn: '2026-11-25' })]
      const lastMoment = new Date(Date.parse(until) - 1).toISOString()
      expect(licensed(licenses, state, lastMoment)).toMatchObject({ licensed: true, until: new Date(until) })
      expect(licensed(licenses, state, until)).toEqual({ licensed: false, reason: 'expired' })
    },
  )

  it('ends at midnight also in a night with a clock change', () => {
    const licenses = [license({ expiresOn: '2026-11-01' })]
    expect(licensed(licenses, 'OH', '2026-11-02T04:59:59Z').licensed).toBe(true)
    expect(licensed(licenses, 'OH', '2026-11-02T05:00:00Z').licensed).toBe(false)
  })

  it('is not valid while it is suspended, in another state, or without any', () => {
    expect(licensed([license({ status: 'suspended' })], 'OH', '2026-11-25T12:00:00Z')).toEqual({
      licensed: false,
      reason: 'suspended',
    })
    expect(licensed([license({})], 'TX', '2026-11-25T12:00:00Z')).toEqual({ licensed: false, reason: 'none' })
    expect(licensed([], 'OH', '2026-11-25T12:00:00Z')).toEqual({ licensed: false, reason: 'none' })
  })

  it('that lasts longer decides when there are two for one state', () => {
    const longer = license({ number: 'TEST-2', expiresOn: '2027-06-30' })
    expect(licensed([license({}), longer], 'OH', '2026-11-25T12:00:00Z')).toMatchObject({
      licensed: true,
      license: longer,
    })
  })
})

describe('a compact privilege', () => {
  const privilege = license({ state: 'TX', kind: 'compact' })

  it('counts only with a full license in effect in some state', () => {
    expect(licensed([privilege, license({})], 'TX', '2026-11-25T12:00:00Z').licensed).toBe(true)
    for (const others of [
      [],
      [license({ status: 'suspended' })],
      [license({ expiresOn: '2026-11-24' })],
      [license({ state: 'UT', kind: 'compact' })],
    ]) {
      expect(licensed([privilege, ...others], 'TX', '2026-11-25T12:00:00Z')).toEqual({
        licensed: false,
        reason: 'compact-without-home',
      })
    }
  })

  it('ends with the home license when that ends first', () => {
    const home = license({ expiresOn: '2026-11-30' })
    expect(licensed([privilege, home], 'TX', '2026-11-25T12:00:00Z')).toMatchObject({
      until: new Date('2026-12-01T05:00:00Z'),
    })
  })
})

it('patients see only the states in which the practitioner may treat today', () => {
  const licenses = [license({}), license({ state: 'AZ', expiresOn: '2026-01-01' }), license({ state: 'CA' })]
  expect(statesInForce({ licenses, zone }, new Date('2026-11-25T12:00:00Z'))).toEqual(['CA', 'OH'])
})
