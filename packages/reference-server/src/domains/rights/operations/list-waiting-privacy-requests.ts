import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { listWaitingRequests } from '../store/requests.ts'

export const listWaitingPrivacyRequests = operation<RightsPorts>()('listWaitingPrivacyRequests', {
  read: async ({ query }, _, context, { directory }) => {
    const page = readPageQuery(query)
    const { items: encrypted, nextCursor } = pageOf(await listWaitingRequests(context.db, context, page), page)
    const items = await Promise.all(encrypted.map(({ decrypt }) => decrypt()))
    const patients = await directory.patientSummaries(context, [...new Set(items.map(({ patientId }) => patientId))])
    return {
      status: 200,
      body: {
        items: items.map((request) => presentRequest(request, () => null, patients.get(request.patientId))),
        nextCursor,
      },
    }
  },
})
