import { operation } from '../../../platform/contracts/operation.ts'
import { requestChanged } from '../events.ts'
import { chooseRecipients } from '../model/pass-on-correction.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { readRequest, replaceRequest } from '../store/requests.ts'
import { gatherNames, membersOf } from '../workflows/gather-names.ts'

export const chooseCorrectionRecipients = operation<RightsPorts>()('chooseCorrectionRecipients', {
  gather: async ({ path }, ports, context) => {
    const before = await readRequest(context.db, context, path.requestId)
    await ports.directory.actingFor(context, before.patientId, 'record')
    return { before, nameOf: await gatherNames(ports, context, membersOf(before)) }
  },
  decide: ({ body }, { before, nameOf }, { access, newId, now }) => {
    const after = chooseRecipients(before, body, { withheld: access.withheld, newId, now })
    return {
      writes: [replaceRequest(after, before)],
      events: [requestChanged(after)],
      answer: { status: 200, body: presentRequest(after, { nameOf, access }) },
    }
  },
})
