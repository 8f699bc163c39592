import { notFound } from '../problems/problem.ts'
import type { Access, Reach } from '../contracts/access.ts'
import type { Caller } from '../contracts/caller.ts'
import type { AccessReason } from '../contracts/access.ts'

/** The access as the pipeline reads it when it writes the audit rows. */
export interface RecordedAccess extends Access {
  /** What a handler gave as the explanation; null keeps the operation's default. */
  readonly reason: AccessReason | null
}

/**
 * One request's record of whom it concerned. With reach `own` a patient outside the caller's own is answered like one who does
 * not exist, so that ids cannot be probed.
 */
export const createAccess = (caller: Pick<Caller, 'patientIds'>, reach: Reach): RecordedAccess => {
  const touched = new Set<string>()
  const own = reach === 'own' ? new Set(caller.patientIds) : null
  let reason: AccessReason | null = null
  return {
    reach,
    touched,
    touch: (patientId) => {
      if (own && !own.has(patientId)) throw notFound('beyond reach')
      touched.add(patientId)
    },
    because: (given) => {
      reason = given
    },
    get reason() {
      return reason
    },
  }
}
