import type { Visit } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VideoParticipant } from '../video/driver.ts'
import type { videoRoomEn } from './video-room.en.ts'

/**
 * The name of a participant: clinicians by name, others by role.
 * @param patientName - For the clinician, to check that the right person joined.
 */
export const nameOf = (
  t: Translate<typeof videoRoomEn>,
  { participants, practitioner }: Visit,
  { id, role }: Pick<VideoParticipant, 'id' | 'role'>,
  isPractitioner: boolean,
  patientName: string | undefined,
): string => {
  const seated = participants.find(({ seatId }) => seatId === id)?.role
  // Known a moment before the visit is updated: most likely the other one of the two.
  const known = seated ?? role ?? (isPractitioner ? 'patient' : 'practitioner')
  if (known === 'patient' && patientName) return patientName
  return known === 'practitioner' ? practitioner.displayName : t(`role_${known}`)
}
