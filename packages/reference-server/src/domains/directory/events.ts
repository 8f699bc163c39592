import { eventMaker } from '../../platform/contracts/event.ts'
import type { EventData } from '../../platform/contracts/event.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

export const organizationChanged = eventMaker('directory.organization-changed', ({ id, version }: Versioned) => ({
  organizationId: id,
  version,
}))
export const memberChanged = eventMaker(
  'directory.member-changed',
  ({ id, version }: Versioned, lostRoles: EventData['directory.member-changed']['lostRoles']) => ({
    memberId: id,
    version,
    lostRoles,
  }),
)
export const memberDisabled = eventMaker('directory.member-disabled', (memberId: string) => ({ memberId }))
export const practitionerChanged = eventMaker('directory.practitioner-changed', ({ id, version }: Versioned) => ({
  practitionerId: id,
  version,
}))
export const patientChanged = eventMaker('directory.patient-changed', ({ id, version }: Versioned) => ({
  patientId: id,
  version,
}))

const proxyRight = ({
  id,
  personId,
  patientId,
}: {
  readonly id: string
  readonly personId: string
  readonly patientId: string
}): EventData['directory.proxy-granted'] => ({ proxyId: id, personId, patientId })
export const proxyGranted = eventMaker('directory.proxy-granted', proxyRight)
export const proxyChanged = eventMaker('directory.proxy-changed', proxyRight)
export const proxyEnded = eventMaker('directory.proxy-ended', proxyRight)
