import { describe, expect, it } from 'vitest'
import {
  awaitsReview,
  endEmergencyAccess,
  escalate,
  isOpen,
  isOverdue,
  openEmergencyAccess,
  reviewEmergencyAccess,
  type EmergencyAccess,
  type EmergencyOutcome,
} from './emergency-access.ts'

const now = new Date('2026-11-25T15:00:00Z')
const at = (time: string): Date => new Date(`2026-11-${time}Z`)
const opened = openEmergencyAccess(
  { id: 'access', patientId: 'patient', memberId: 'clinician', reason: 'life-at-risk' },
  { emergencyMinutes: 60, emergencyReviewDays: 3 },
  now,
)
const reviewed = (
  outcome: EmergencyOutcome,
  { by = 'officer', of = opened, version = of.version }: { by?: string; of?: EmergencyAccess; version?: number } = {},
) => reviewEmergencyAccess(of, { outcome, version, reviewedBy: by }, at('26T09:00:00'))

describe('an emergency access', () => {
  it('is open for the minutes of the policy, to the last millisecond', () => {
    expect(opened.until).toEqual(at('25T16:00:00'))
    expect(isOpen(opened, now)).toBe(true)
    expect(isOpen(opened, at('25T15:59:59.999'))).toBe(true)
    expect(isOpen(opened, at('25T16:00:00'))).toBe(false)
  })

  it('can be ended before, once', () => {
    const ended = endEmergencyAccess(opened, at('25T15:10:00'))
    expect(isOpen(ended, at('25T15:10:00'))).toBe(false)
    expect(() => endEmergencyAccess(ended, at('25T15:11:00'))).toThrow(
      expect.objectContaining({ code: 'emergency_access_ended' }),
    )
    expect(() => endEmergencyAccess(opened, at('25T16:00:00'))).toThrow(
      expect.objectContaining({ code: 'emergency_access_ended' }),
    )
  })

  it('waits for a review, open or not, and still does when more information is needed', () => {
    expect(awaitsReview(opened)).toBe(true)
    const asked = reviewed('more-information')
    expect(awaitsReview(asked)).toBe(true)
    expect(awaitsReview(reviewed('not-appropriate', { of: asked }))).toBe(false)
    expect(awaitsReview(reviewed('appropriate'))).toBe(false)
  })

  it('is reviewed by another person, once, as it was read', () => {
    const code = (name: string) => expect.objectContaining({ code: name })
    expect(() => reviewed('appropriate', { by: 'clinician' })).toThrow(code('own_emergency_access'))
    expect(() => reviewed('not-appropriate', { of: reviewed('appropriate') })).toThrow(
      code('emergency_access_reviewed'),
    )
    expect(() => reviewed('appropriate', { version: 7 })).toThrow(code('version_conflict'))
  })

  it.each([
    ['nobody reviewed it', opened, true],
    ['more information is needed', reviewed('more-information'), true],
    ['it was ended early', endEmergencyAccess(opened, at('25T15:10:00')), true],
    ['it was reviewed', reviewed('appropriate'), false],
    ['it was escalated already', escalate(opened, at('28T15:00:00')), false],
  ])('at the end of three days, when %s, is overdue: %s', (_, access, overdue) => {
    expect(isOverdue(access, at('28T14:59:59.999'))).toBe(false)
    expect(isOverdue(access, at('28T15:00:00'))).toBe(overdue)
  })

  it('that was escalated still waits for its review', () => {
    const late = escalate(opened, at('28T15:00:00'))
    expect(awaitsReview(late)).toBe(true)
    expect(reviewed('appropriate', { of: late }).escalatedAt).toEqual(at('28T15:00:00'))
  })
})
