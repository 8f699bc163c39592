import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { proxyInvited } from '../events.ts'
import type { InvitationPolicy } from '../model/invitation-policy.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { presentInvitation } from '../presenters/present-invitation.ts'
import { presentProxy } from '../presenters/present-proxy.ts'
import { lockPatient } from '../store/patients.ts'
import { createInvitation } from '../workflows/create-invitation.ts'
import { createRight } from '../workflows/create-right.ts'
import { requireRoomForInvitation, requireRoomForProxy } from '../workflows/require-room.ts'

type CreatedProxy = components['schemas']['CreatedProxy']

/** Offers a right. Does not look up the person, so that the response does not reveal whether they are known. */
export const createProxy = (policy: InvitationPolicy) =>
  operation()('createProxy', {
    keep: async ({ path: { patientId }, body }, _, context) => {
      const { tx, caller, now, emit } = context
      if (!managesProxies(caller, patientId)) throw notFound('not_the_patient')
      await lockPatient(tx, context, patientId)
      const { right, zone } = await createRight(context, patientId, body, null)
      await requireRoomForProxy(tx, { patientId, zone, now }, policy)
      await requireRoomForInvitation(tx, { patientId, proxyId: right.id, now }, policy)
      const subject = { kind: 'proxy', subjectId: right.id, patientId } as const
      const { invitation, secret } = await createInvitation(context, subject, policy)
      await emit(proxyInvited(right))
      const { invitation: _none, ...proxy } = presentProxy(right, { zone, now })
      const created: CreatedProxy = { ...proxy, invitation: { ...presentInvitation(invitation, now), secret } }
      return { status: 201, headers: { location: `/v1/patients/${patientId}/proxies` }, body: created }
    },
    // The code is shown once: it is not stored with the response for retries.
    replay: ({ body: { invitation, ...proxy }, ...answer }) => {
      const { secret: _secret, ...rest } = invitation
      return { ...answer, body: { ...proxy, invitation: rest } }
    },
  })
