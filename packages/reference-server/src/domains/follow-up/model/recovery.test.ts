import { expect, test } from 'vitest'
import { loadFollowUpPack } from '../packs/load-follow-up-pack.ts'
import { beginRecovery, recover, tryAgain } from './recovery.ts'

const { policy } = loadFollowUpPack()
const now = new Date('2026-11-25T15:00:00Z')
const missed = { appointmentId: 'a', patientId: 'p', specialty: 'cardiology', audience: 'patient' } as const

test('outreach is counted, spaced and ended as the policy says', () => {
  for (const attempts of [1, 2, 5]) {
    const given = { noShow: { ...policy.noShow, attempts } }
    let recovery = beginRecovery(missed, given, now)
    let reached = 1
    for (let round = 0; round < 10 && recovery.nextAttemptAt !== null; round += 1) {
      const at = recovery.nextAttemptAt
      expect(at.getTime()).toBe(now.getTime() + reached * given.noShow.hoursBetween * 3_600_000)
      const next = tryAgain(recovery, given, at)
      recovery = next.recovery
      if (next.reachOut) reached += 1
    }
    expect(reached).toBe(attempts)
    expect(recovery).toMatchObject({ status: 'abandoned', attempts, nextAttemptAt: null })
  }
})

test('a patient who came gets no further messages', () => {
  expect(recover(beginRecovery(missed, policy, now))).toMatchObject({ status: 'recovered', nextAttemptAt: null })
})
