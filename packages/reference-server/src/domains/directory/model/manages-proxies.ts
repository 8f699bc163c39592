import type { Caller } from '../../../platform/contracts/caller.ts'

/**
 * Whether the caller may say who acts for the patient: the patient, or staff whose role permits it. Never somebody who acts for the
 * patient, though they be a patient too: a right to act is not a right to hand on (45 CFR 164.502(g)).
 */
export const managesProxies = (caller: Caller, patientId: string): boolean =>
  (caller.kind !== 'patient' && caller.kind !== 'proxy') || (caller.kind === 'patient' && caller.personId === patientId)
