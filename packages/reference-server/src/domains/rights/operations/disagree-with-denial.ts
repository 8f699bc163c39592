import { operation } from '../../../platform/contracts/operation.ts'
import { requestChanged } from '../events.ts'
import { withRecipients } from '../model/pass-on-correction.ts'
import { disagree, writtenBy } from '../model/privacy-request.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { readRequest, replaceRequest } from '../store/requests.ts'
import { gatherNames } from '../workflows/gather-names.ts'
import { gatherSentTo } from '../workflows/gather-sent-to.ts'

export const disagreeWithDenial = operation<RightsPorts>()('disagreeWithDenial', {
  gather: async ({ path }, ports, context) => {
    const before = await readRequest(context.db, context, path.requestId)
    await ports.directory.actingFor(context, before.patientId, 'record')
    const sent = await gatherSentTo(ports, context, before)
    return { before, sent, nameOf: await gatherNames(ports, context, [before.decidedById]) }
  },
  decide: ({ body }, { before, sent, nameOf }, { access, caller, newId, now }) => {
    const after = withRecipients(disagree(before, body, writtenBy(caller, before.patientId), now), sent, newId)
    return {
      writes: [replaceRequest(after, before)],
      events: [requestChanged(after)],
      answer: { status: 200, body: presentRequest(after, { nameOf, access }) },
    }
  },
})
