import type { components } from '@visitkit/contract'
import { guestStatus, type KnownGuest } from '../model/guest.ts'

/** Never contains the code: the operation that creates it returns it once. */
export const presentGuest = (guest: KnownGuest, now: Date): components['schemas']['VisitGuest'] => {
  const { id, appointmentId, patientId, kind, invitedByPatient, opensAt, expiresAt, version } = guest
  const { name, ownName, invitedBy } = guest.details
  return {
    ...{ id, appointmentId, patientId, name },
    ...(ownName !== undefined && { ownName }),
    kind,
    status: guestStatus(guest, now),
    ...{ invitedBy, invitedByPatient },
    opensAt: opensAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    version,
  }
}
