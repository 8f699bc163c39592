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

/** The purpose of a request that was refused before its own was known. Patients, their proxies and guests act at the patient's request. */
export const purposeOfUse = (caller: Caller, actorRole: string): AccessRow['purpose'] => {
  if (caller.kind === 'patient' || caller.kind === 'proxy' || caller.kind === 'guest') return 'PATRQT'
  if (caller.kind === 'service' || caller.kind === 'system') return 'HOPERAT'
  return byRole[actorRole] ?? 'TREAT'
}
