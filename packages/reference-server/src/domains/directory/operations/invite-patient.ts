import { operation } from '../../../platform/contracts/operation.ts'
import type { InvitationPolicy } from '../model/invitation-policy.ts'
import { presentInvitation } from '../presenters/present-invitation.ts'
import { loginExists } from '../problems.ts'
import { findLinked } from '../store/identities.ts'
import { lockPatient } from '../store/patients.ts'
import { createInvitation } from '../workflows/create-invitation.ts'

export const invitePatient = (policy: InvitationPolicy) =>
  operation()('invitePatient', {
    keep: async ({ path: { patientId } }, _, context) => {
      await lockPatient(context.tx, context, patientId)
      if ((await findLinked(context.tx, 'patient', [patientId])).has(patientId)) throw loginExists()
      const subject = { kind: 'patient', subjectId: patientId, patientId } as const
      const { invitation, secret } = await createInvitation(context, subject, policy)
      return { status: 201, body: { ...presentInvitation(invitation, context.now), secret } }
    },
  })
