import { operation } from '../../../platform/contracts/operation.ts'
import { requestChanged } from '../events.ts'
import { extend } from '../model/privacy-request.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { readRequest, replaceRequest } from '../store/requests.ts'

export const extendPrivacyRequest = operation<RightsPorts>()('extendPrivacyRequest', {
  gather: ({ path }, _, context) => readRequest(context.db, context, path.requestId),
  decide: ({ body }, before, { access, now }) => {
    const after = extend(before, body, now)
    return {
      writes: [replaceRequest(after, before)],
      events: [requestChanged(after)],
      answer: { status: 200, body: presentRequest(after, { nameOf: () => null, access }) },
    }
  },
})
