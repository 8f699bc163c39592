import { operation } from '../../../platform/contracts/operation.ts'
import { knownId } from '../../../platform/database/ids/known-id.ts'
import { referralChanged } from '../events.ts'
import { sendReferral as send } from '../model/referral.ts'
import type { FollowUpContext } from '../ports.ts'
import { invalidRequest } from '../problems.ts'
import { insertReferral } from '../store/referrals.ts'
import { describeReferral } from '../presenters/describe-referral.ts'

export const sendReferral = operation<FollowUpContext>()('sendReferral', {
  gather: async ({ path, body }, ports, reading) => {
    await ports.directory.patientZone(reading, path.patientId)
    if (body.visitId !== undefined) {
      const visit = await ports.visits.visit(reading, body.visitId)
      if (visit.patientId !== path.patientId)
        throw invalidRequest([{ pointer: '/visitId', code: 'unknown', message: 'Must be a visit of this patient.' }])
    }
    return ports.policy
  },
  keep: async ({ path, body }, policy, keeping) => {
    const { tx, now, caller, access, emit } = keeping
    const { visitId = null, specialty, to, question, priority } = body
    const referral = send(
      { id: keeping.newId(), patientId: knownId(path.patientId), visitId, specialty, to, question, priority },
      caller.personId,
      policy,
      now,
    )
    access.touch(referral.patientId)
    await insertReferral(tx, keeping, referral)
    await emit(referralChanged(referral, false))
    return {
      status: 201,
      headers: { location: `/v1/referrals/${referral.id}` },
      body: describeReferral(referral, keeping),
    }
  },
})
