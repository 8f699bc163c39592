import type { Caller } from '../../../platform/contracts/caller.ts'

/**
 * Whether the caller may decide who acts for the patient: the patient, or staff with the permission. Never a proxy, even one who is a
 * patient too: a right to act cannot be delegated (45 CFR 164.502(g)).
 */
export const managesProxies = (caller: Caller, patientId: string): boolean =>
  (caller.kind !== 'patient' && caller.kind !== 'proxy') || (caller.kind === 'patient' && caller.personId === patientId)
