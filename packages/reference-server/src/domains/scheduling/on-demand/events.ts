import { eventMaker } from '../../../platform/contracts/event.ts'
import type { OnDemandRequest } from './model/on-demand-request.ts'

export const onDemandChanged = eventMaker('scheduling.on-demand-changed', (request: OnDemandRequest) => ({
  requestId: request.id,
  patientId: request.patientId,
  visitTypeId: request.visitTypeId,
  practitionerId: request.practitionerId,
  status: request.status,
  version: request.version,
}))
