import { operation } from '../../../platform/contracts/operation.ts'
import { requestAnswered } from '../events.ts'
import { decide } from '../model/privacy-request.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { readRequest, replaceRequest } from '../store/requests.ts'
import { gatherNames } from '../workflows/gather-names.ts'

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
      nameOf: await gatherNames(ports, context, [context.caller.personId]),
    }
  },
  decide: ({ body }, { before, facts, nameOf }, { caller, now }) => {
    const after = decide(before, body, facts, caller.personId, now)
    return {
      writes: [replaceRequest(after, before)],
      events: [requestAnswered(after)],
      answer: { status: 200, body: presentRequest(after, nameOf) },
    }
  },
})
