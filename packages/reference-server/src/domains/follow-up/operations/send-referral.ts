import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { referralChanged } from '../events.ts'
import { sendReferral as send } from '../model/referral.ts'
import type { FollowUpContext } from '../ports.ts'
import { invalidRequest } from '../problems.ts'
import { insertReferral } from '../store/referrals.ts'
import { presentReferral } from '../presenters/present-referral.ts'

export const sendReferral = operation<FollowUpContext>()('sendReferral', {
  gather: async ({ path, body }, ports, context) => {
    await ports.directory.patientZone(context, path.patientId)
    if (body.visitId !== undefined) {
      const visit = await ports.visits.visit(context, body.visitId)
      if (visit.patientId !== path.patientId)
        throw invalidRequest([{ pointer: '/visitId', code: 'unknown', message: 'Must be a visit of this patient.' }])
    }
    return ports.policy
  },
  decide: ({ path, body }, policy, context) => {
    const { visitId = null, specialty, to, question, priority } = body
    const referral = send(
      { id: context.newId(), patientId: requireUuid(path.patientId), visitId, specialty, to, question, priority },
      context.caller.personId,
      policy,
      context.now,
    )
    return {
      writes: [insertReferral(referral)],
      events: [referralChanged(referral, false)],
      answer: {
        status: 201,
        headers: { location: `/v1/referrals/${referral.id}` },
        body: presentReferral(referral, context),
      },
    }
  },
})
