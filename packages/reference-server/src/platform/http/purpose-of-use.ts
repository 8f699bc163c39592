import type { Caller } from '../contracts/caller.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** HL7 v3 ActReason by the role under which a member acts. Other roles see patients for treatment. */
const byRole: Readonly<Record<string, AccessRow['purpose']>> = {
  biller: 'HPAYMT',
  'front-desk': 'HOPERAT',
  interpreter: 'HOPERAT',
  'privacy-officer': 'HOPERAT',
  auditor: 'HOPERAT',
  administrator: 'HSYSADMIN',
  service: 'HOPERAT',
}

/** The purpose of the access, for filters of audit readers. Patients, their proxies and the guests of a visit act at the patient's request. */
export const purposeOfUse = (
  caller: Caller,
  actorRole: string,
  reason: AccessRow['because'],
): AccessRow['purpose'] => {
  if (caller.kind === 'patient' || caller.kind === 'proxy' || caller.kind === 'guest') return 'PATRQT'
  if (caller.kind === 'service' || caller.kind === 'system') return 'HOPERAT'
  if (reason.startsWith('emergency')) return 'BTG'
  return byRole[actorRole] ?? 'TREAT'
}
