import { describe, expect, test } from 'vitest'
import type { VideoProvider } from './provider.ts'
import { createPeerProvider } from './peer/peer-provider.ts'
import { requireVendorAgreement, type VendorAgreement } from '../vendor-agreement.ts'
import { gateVendor } from './vendor-gate.ts'

const now = new Date('2026-11-24T10:00:00Z')
const inForce: VendorAgreement = { vendor: 'daily', region: 'us', from: new Date('2026-01-01T00:00:00Z'), to: null }
const refusal = { code: 'vendor_not_permitted', status: 403 }

describe('a vendor is used', () => {
  test('while an agreement with it is in force in the organization’s region', () => {
    const check =
      (agreement: VendorAgreement, at = now) =>
      () =>
        requireVendorAgreement({ vendor: 'daily', region: 'us', agreements: [agreement], now: at })
    expect(check(inForce)).not.toThrow()
    expect(check({ ...inForce, from: now })).not.toThrow()
    expect(check({ ...inForce, to: new Date(now.getTime() + 1) })).not.toThrow()
  })

  test.each([
    ['it has not begun', { ...inForce, from: new Date(now.getTime() + 1) }],
    ['it has ended', { ...inForce, to: now }],
    ['it is for another region', { ...inForce, region: 'eu' }],
    ['it is with another vendor', { ...inForce, vendor: 'other' }],
  ])('but not when %s', (_, agreement) => {
    const check = (): void => requireVendorAgreement({ vendor: 'daily', region: 'us', agreements: [agreement], now })
    expect(check).toThrow(expect.objectContaining(refusal))
  })
})

describe('a gated provider', () => {
  const calls: string[] = []
  const vendor: VideoProvider = {
    ...createPeerProvider(),
    vendor: 'daily',
    thirdParty: true,
    ensureRoom: async (request) => {
      calls.push('ensureRoom')
      return { name: request.name, url: null, closesAt: request.closesAt }
    },
    closeRoom: async () => void calls.push('closeRoom'),
  }
  const request = { name: 'a-room', opensAt: null, closesAt: new Date('2026-11-24T11:00:00Z'), maxParticipants: 2 }
  const room = { name: 'a-room', url: null, closesAt: request.closesAt }
  const seat = {
    room,
    seatId: 'seat-1',
    role: 'patient',
    mayShareScreen: false,
    expiresAt: new Date('2026-11-24T10:05:00Z'),
  } as const

  test('sends nothing without an agreement, but still puts people out of rooms', async () => {
    const gated = gateVendor(vendor, async () => ({ region: 'us', agreements: [], now }))
    await expect(gated.ensureRoom(request)).rejects.toMatchObject(refusal)
    await expect(gated.issueSeat(seat, now)).rejects.toMatchObject(refusal)
    expect(calls).toEqual([])
    await gated.closeRoom('a-room')
    expect(calls).toEqual(['closeRoom'])
  })

  test('asks every time, so that an agreement that ends is felt at once', async () => {
    let agreements = [inForce]
    const gated = gateVendor(vendor, async () => ({ region: 'us', agreements, now }))
    await expect(gated.ensureRoom(request)).resolves.toMatchObject({ name: 'a-room' })
    agreements = []
    await expect(gated.ensureRoom(request)).rejects.toMatchObject(refusal)
  })

  test('is the provider itself where no other company takes part', () => {
    const peer = createPeerProvider()
    expect(gateVendor(peer, () => Promise.reject(new Error('not asked')))).toBe(peer)
  })
})
