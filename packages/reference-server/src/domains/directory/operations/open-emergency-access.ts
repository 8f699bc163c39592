import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { emergencyAccessOpened } from '../events.ts'
import { openEmergencyAccess as opened } from '../model/emergency-access.ts'
import type { DirectoryPorts } from '../ports.ts'
import { presentEmergencyAccess } from '../presenters/present-emergency-access.ts'
import { emergencyAccessOpen } from '../problems.ts'
import { emergencyAccesses } from '../store/emergency-accesses.ts'
import { readMember } from '../store/members.ts'
import { readEncryptedPatient } from '../store/patients.ts'

/** Needs no approval: care must not wait. The event notifies the patient and the reviewers. */
export const openEmergencyAccess = operation<DirectoryPorts>()('openEmergencyAccess', {
  gather: async ({ path }, { carePolicy }, { db, caller, access }) => {
    const patientId = requireUuid(path.patientId)
    access.touch(patientId)
    const [member] = await Promise.all([readMember(db, caller.personId), readEncryptedPatient(db, patientId)])
    return { patientId, member, carePolicy }
  },
  decide: ({ body: { reason, text } }, { patientId, member, carePolicy }, { access, now, newId }) => {
    access.because(`emergency-${reason}`)
    const emergency = opened({ id: newId(), patientId, memberId: member.id, reason }, carePolicy, now)
    return {
      writes: [emergencyAccesses.insertOnce(emergency, { text })],
      events: [emergencyAccessOpened(emergency)],
      otherwise: () => {
        throw emergencyAccessOpen()
      },
      answer: {
        status: 201,
        headers: { location: `/v1/emergency-accesses/${emergency.id}` },
        body: presentEmergencyAccess({ ...emergency, openedByName: member.displayName }),
      },
    }
  },
})
