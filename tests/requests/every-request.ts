import type { OperationId } from '@visitkit/contract/operations'
import { consentRequests } from './consent.ts'
import { directoryRequests } from './directory.ts'
import { intakeRequests } from './intake.ts'
import type { Requests } from './prepared-request.ts'
import { schedulingRequests } from './scheduling.ts'
import { sessionRequests } from './sessions.ts'
import { visitRequests } from './visits.ts'

/** One request for each operation of the contract. An operation that is added there and not here does not compile. */
export const everyRequest: Requests<OperationId> = {
  ...sessionRequests,
  ...directoryRequests,
  ...consentRequests,
  ...schedulingRequests,
  ...intakeRequests,
  ...visitRequests,
}
