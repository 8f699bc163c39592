import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { InvitationPolicy } from '../model/invitation-policy.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { proxyStatus } from '../model/proxy-right.ts'
import { presentInvitation } from '../presenters/present-invitation.ts'
import { proxyNotInvited } from '../problems.ts'
import { lockPatient, readPatientZone } from '../store/patients.ts'
import { readProxy } from '../store/proxies.ts'
import { createInvitation } from '../workflows/create-invitation.ts'
import { requireRoomForInvitation } from '../workflows/require-room.ts'

/** Another code for a right that was not accepted: the first one was lost or has expired. */
export const inviteProxy = (policy: InvitationPolicy) =>
  operation()('inviteProxy', {
    keep: async ({ path: { patientId, proxyId } }, _, context) => {
      const { tx, caller, now } = context
      if (!managesProxies(caller, patientId)) throw notFound('not_the_patient')
      await lockPatient(tx, context, patientId)
      const right = await readProxy(tx, context, patientId, proxyId, 'for-update')
      if (proxyStatus(right, await readPatientZone(tx, context, patientId), now) !== 'invited') throw proxyNotInvited()
      await requireRoomForInvitation(tx, { patientId, proxyId, now }, policy)
      const subject = { kind: 'proxy', subjectId: proxyId, patientId } as const
      const { invitation, secret } = await createInvitation(context, subject, policy)
      return { status: 201, body: { ...presentInvitation(invitation, now), secret } }
    },
  })
