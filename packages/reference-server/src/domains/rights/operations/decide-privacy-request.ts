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
      correctedAt: note?.addenda.at(-1)?.at ?? null,
      nameOf: await gatherNames(ports, context, [context.caller.personId]),
    }
  },
  decide: ({ body }, { before, correctedAt, nameOf }, { caller, now }) => {
    const after = decide(before, body, correctedAt, caller.personId, now)
    return {
      writes: [replaceRequest(after, before)],
      events: [requestAnswered(after)],
      answer: { status: 200, body: presentRequest(after, nameOf) },
    }
  },
})
