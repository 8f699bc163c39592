import { eventMaker } from '../../platform/contracts/event.ts'
import type { PrivacyRequest } from './model/privacy-request.ts'

const factsOf = ({ id: requestId, patientId, status, version }: PrivacyRequest) => ({
  ...{ requestId, patientId, status, version },
})

/** Asked, extended, or disagreed with; or a recipient of the correction was chosen or notified. */
export const requestChanged = eventMaker('rights.request-changed', factsOf)

export const requestAnswered = eventMaker('rights.request-answered', factsOf)
