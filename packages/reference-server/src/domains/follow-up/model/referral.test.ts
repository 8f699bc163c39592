import { describe, expect, it } from 'vitest'
import { loadFollowUpPack } from '../packs/load-follow-up-pack.ts'
import { isOverdue, sendReferral, stepReferral, type Referral, type ReferralStatus } from './referral.ts'

const { policy } = loadFollowUpPack()
const now = new Date('2026-11-25T15:00:00Z')
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000)
const sent = (priority: Referral['priority'] = 'routine'): Referral =>
  sendReferral(
    { id: 'r', patientId: 'p', visitId: null, specialty: 'cardiology', to: 'Dr. Example', question: 'Why?', priority },
    'member',
    policy,
    now,
  )
const statuses: readonly ReferralStatus[] = [
  'sent',
  'accepted',
  'declined',
  'scheduled',
  'seen',
  'report-received',
  'closed',
]
const step = (referral: Referral, status: ReferralStatus): Referral =>
  stepReferral(referral, { status, report: 'Found nothing.', version: referral.version, by: 'member' }, policy, now)

describe('a referral', () => {
  it('is due by its priority, and overdue only after that', () => {
    expect(sent('urgent').nextStepDue).toEqual(later(policy.referral.stepDays.urgent.sent))
    expect(sent().nextStepDue).toEqual(later(policy.referral.stepDays.routine.sent))
    expect(isOverdue(sent('urgent'), later(1))).toBe(false)
    expect(isOverdue(sent('urgent'), later(1.01))).toBe(true)
  })

  it('can be closed only after its report or a refusal, whatever the steps before', () => {
    const seen = new Set<string>()
    const walk = (referral: Referral, path: readonly ReferralStatus[]): void => {
      if (path.length > 7) return
      for (const status of statuses) {
        let next: Referral
        try {
          next = step(referral, status)
        } catch {
          continue
        }
        if (status === 'closed') {
          expect(['report-received', 'declined']).toContain(referral.status)
          expect(next.nextStepDue).toBeNull()
        }
        seen.add(`${referral.status} -> ${status}`)
        walk(next, [...path, status])
      }
    }
    walk(sent(), [])
    expect([...seen].toSorted()).toEqual([
      'accepted -> declined',
      'accepted -> scheduled',
      'declined -> closed',
      'report-received -> closed',
      'scheduled -> accepted',
      'scheduled -> declined',
      'scheduled -> seen',
      'seen -> report-received',
      'sent -> accepted',
      'sent -> declined',
    ])
  })

  it('keeps who took each step, and checks again whether the next step is overdue', () => {
    const reported = { ...sent(), overdueReported: true }
    const accepted = step(reported, 'accepted')
    expect(accepted).toMatchObject({ overdueReported: false, version: 2 })
    expect(accepted.history).toEqual([
      { status: 'sent', at: now.toISOString(), by: 'member' },
      { status: 'accepted', at: now.toISOString(), by: 'member' },
    ])
  })
})
