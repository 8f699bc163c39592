import type { components } from '@visitkit/contract'
import type { Hold } from '../model/hold.ts'
import { instant } from '../model/instant.ts'
import type { SchedulingPolicy } from '../model/scheduling-policy.ts'
import type { ClaimOwners } from '../model/claim-owners.ts'
import { presentClaims } from './present-claims.ts'

type Schemas = components['schemas']

/** The contract shape of a hold. */
export const presentHold = (
  hold: Hold,
  practitioner: Schemas['PractitionerSummary'],
  policy: SchedulingPolicy,
  owners: ClaimOwners,
): Schemas['Hold'] => ({
  id: hold.id,
  visitTypeId: hold.visitTypeId,
  practitioner,
  ...presentClaims(hold.claimOwners, owners),
  ...(hold.patientId === null ? {} : { patientId: hold.patientId }),
  ...(hold.appointmentId === null ? {} : { appointmentId: hold.appointmentId }),
  ...(hold.stateCode === null ? {} : { state: hold.stateCode }),
  ...(hold.language === null ? {} : { language: hold.language }),
  start: instant(hold.start),
  end: instant(hold.end),
  expiresAt: instant(hold.expiresAt),
  renewalsLeft: policy.holdRenewals - hold.renewals,
})
