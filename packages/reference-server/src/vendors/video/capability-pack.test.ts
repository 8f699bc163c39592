import { describe, expect, test } from 'vitest'
import { limits, switchableCapabilities } from './capabilities.ts'
import { capabilitiesAt, readCapabilityPack, type CapabilityRow } from './capability-pack.ts'
import { loadCapabilityPacks } from './load-capability-packs.ts'

const row = (more: object = {}): CapabilityRow => ({
  mode: 'hipaa',
  capability: 'phi',
  covered: true,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: 'https://docs.example/hipaa',
  checkedOn: '2026-11-27',
  ...more,
})
const whole = (...changed: readonly CapabilityRow[]) => ({
  vendor: 'daily',
  rows: [
    ...switchableCapabilities.map((capability) => row({ capability, covered: false })),
    row({ capability: 'maxParticipants', limit: 4 }),
    ...changed,
  ],
})
const read = (value: unknown) => readCapabilityPack(value, { vendor: 'daily', modes: ['hipaa'] })
/** A pack with one invalid row. */
const withRow = (more: object) => ({ vendor: 'daily', rows: [...whole().rows.slice(1), row(more)] })

describe('the shipped packs', () => {
  test('cover every vendor and mode completely, each row with a day and a source', () => {
    const { peer, daily } = loadCapabilityPacks()
    const count = switchableCapabilities.length + limits.length
    expect([peer.rows.length, daily.rows.length]).toEqual([count, 2 * count])
  })

  test('cover PHI with Daily only in HIPAA mode, and no unverified feature', () => {
    const { peer, daily } = loadCapabilityPacks()
    const at = new Date('2026-11-27T12:00:00Z')
    const [hipaa, plain] = [capabilitiesAt(daily, 'hipaa', at), capabilitiesAt(daily, 'plain', at)]
    expect([hipaa, plain, capabilitiesAt(peer, 'direct', at)].map(({ covered }) => covered.has('phi'))).toEqual([
      true,
      false,
      false,
    ])
    expect([hipaa.covered.has('namesChosenByUs'), plain.covered.has('namesChosenByUs')]).toEqual([false, true])
    for (const feature of ['recording', 'transcription', 'captions', 'batchRooms', 'regionPinning'] as const)
      expect(hipaa.covered.has(feature), feature).toBe(false)
  })
})

describe('a row', () => {
  test('applies from its first day until the day before its end, in UTC', () => {
    const pack = read({
      vendor: 'daily',
      rows: [
        ...whole().rows.filter(({ capability }) => capability !== 'phi'),
        row({ covered: false, effectiveTo: '2026-06-01' }),
        row({ effectiveFrom: '2026-06-01', effectiveTo: '2026-07-01' }),
      ],
    })
    const covers = (at: string): boolean => capabilitiesAt(pack, 'hipaa', new Date(at)).covered.has('phi')
    expect([
      covers('2026-05-31T23:59:59Z'),
      covers('2026-06-01T00:00:00Z'),
      covers('2026-06-30T23:59:59Z'),
      covers('2026-07-01T00:00:00Z'),
    ]).toEqual([false, true, true, false])
    expect(capabilitiesAt(pack, 'hipaa', new Date('2025-12-31T00:00:00Z')).maxParticipants).toBe(0)
  })

  test.each([
    ['has a mode other than hipaa', { mode: 'free' }],
    ['names no capability', { capability: 'teleport' }],
    ['needs covered', { covered: 'yes' }],
    ['must have a limit', { limit: 3 }],
    ['must begin on a day', { effectiveFrom: '2026-02-30' }],
    ['must end on a day', { effectiveTo: 'soon' }],
    ['must end later than it begins', { effectiveTo: '2026-01-01' }],
    ['needs the day on which its source was read', { checkedOn: undefined }],
    ['must name its source', { source: 'hearsay' }],
    ['has an unknown property', { coverd: true }],
  ])('prevents the start if it %s', (fault, more) => {
    expect(() => read(withRow(more))).toThrow(fault)
  })
})

test('a pack is refused if two rows overlap, or if a capability has no row', () => {
  expect(() => read(whole(row({ effectiveFrom: '2026-03-01' })))).toThrow('both apply to phi')
  expect(() => read({ vendor: 'daily', rows: whole().rows.slice(1) })).toThrow(
    'no row states whether phi is covered in mode hipaa',
  )
  expect(() => read({ vendor: 'other', rows: [] })).toThrow('packs/video/daily.json')
})
