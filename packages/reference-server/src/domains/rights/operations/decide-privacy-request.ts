import { operation } from '../../../platform/contracts/operation.ts'
import { requestAnswered } from '../events.ts'
import { withRecipients } from '../model/pass-on-correction.ts'
import { decide } from '../model/privacy-request.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { readRequest, replaceRequest } from '../store/requests.ts'
import { gatherNames } from '../workflows/gather-names.ts'
import { gatherSentTo } from '../workflows/gather-sent-to.ts'

export const decidePrivacyRequest = operation<RightsPorts>()('decidePrivacyRequest', {
  gather: async ({ path }, ports, context) => {
    const before = await readRequest(context.db, context, path.requestId)
    const note = before.visitId === null ? null : await ports.documentation.signedNote(context, before.visitId)
    return {
      before,
      facts: {
        correctedAt: note?.addenda.at(-1)?.at ?? null,
        recordTime: before.kind === 'erasure' ? await ports.retention.recordTime(context, before.patientId) : null,
      },
      sent: await gatherSentTo(ports, context, before),
      nameOf: await gatherNames(ports, context, [context.caller.personId]),
    }
  },
  decide: ({ body }, { before, facts, sent, nameOf }, { access, caller, newId, now }) => {
    const after = withRecipients(decide(before, body, facts, caller.personId, now), sent, newId)
    return {
      writes: [replaceRequest(after, before)],
      events: [requestAnswered(after)],
      answer: { status: 200, body: presentRequest(after, { nameOf, access }) },
    }
  },
})
