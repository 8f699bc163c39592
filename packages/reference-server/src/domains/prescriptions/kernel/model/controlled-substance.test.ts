import { describe, expect, it } from 'vitest'
import { loadPrescribingPolicy } from '../packs/load-policy.ts'
import { controlledRefusal } from './controlled-substance.ts'

const policy = await loadPrescribingPolicy()
const refusal = (schedule: 'II' | 'III' | 'IV' | 'V' | undefined, at: string, certifications: string[] = []) =>
  controlledRefusal(schedule ? { schedule } : {}, policy, certifications, new Date(at))

describe('a controlled substance', () => {
  it.each(['II', 'III', 'IV', 'V'] as const)('of schedule %s is refused without a certified adapter', (schedule) => {
    expect(refusal(schedule, '2026-11-25T15:00:00Z')).toBe('no-certified-adapter')
    expect(refusal(schedule, '2026-11-25T15:00:00Z', ['other'])).toBe('no-certified-adapter')
    expect(refusal(schedule, '2026-11-25T15:00:00Z', ['epcs'])).toBeNull()
  })

  it('is refused even with a certified adapter from the start of 2027, until a new pack allows it', () => {
    expect(refusal('IV', '2027-01-01T04:59:59Z', ['epcs'])).toBeNull()
    expect(refusal('IV', '2027-01-01T05:00:00Z', ['epcs'])).toBe('no-rule-in-force')
    expect(refusal('IV', '2025-12-31T12:00:00Z', ['epcs'])).toBe('no-rule-in-force')
  })

  it('does not include other medications', () => {
    expect(refusal(undefined, '2027-06-01T12:00:00Z')).toBeNull()
  })
})
