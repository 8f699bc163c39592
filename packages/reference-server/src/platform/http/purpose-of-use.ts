import type { Caller } from '../contracts/caller.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** HL7 v3 ActReason by the role under which a member acts. Treatment is what remains: the roles that see patients. */
const byRole: Readonly<Record<string, AccessRow['purpose']>> = {
  biller: 'HPAYMT',
  'front-desk': 'HOPERAT',
  interpreter: 'HOPERAT',
  'privacy-officer': 'HOPERAT',
  auditor: 'HOPERAT',
  administrator: 'HSYSADMIN',
  service: 'HOPERAT',
}

/** Why the access was made, as an audit reader filters it. Patients and those who act for them ask for themselves. */
export const purposeOfUse = (caller: Caller, actorRole: string): AccessRow['purpose'] => {
  if (caller.kind === 'patient' || caller.kind === 'proxy') return 'PATRQT'
  if (caller.kind === 'service' || caller.kind === 'system') return 'HOPERAT'
  return byRole[actorRole] ?? 'TREAT'
}
