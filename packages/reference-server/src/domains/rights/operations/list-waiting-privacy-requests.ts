import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { RightsPorts } from '../ports.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { listWaitingRequests } from '../store/requests.ts'
import { gatherNames, membersOf } from '../workflows/gather-names.ts'

export const listWaitingPrivacyRequests = operation<RightsPorts>()('listWaitingPrivacyRequests', {
  read: async ({ query }, _, context, ports) => {
    const page = readPageQuery(query)
    const { items: encrypted, nextCursor } = pageOf(
      await listWaitingRequests(context.db, context, query.waitsFor ?? 'answer', page),
      page,
    )
    const items = await Promise.all(encrypted.map(({ decrypt }) => decrypt()))
    const nameOf = await gatherNames(ports, context, items.flatMap(membersOf))
    const patients = await ports.directory.patientSummaries(context, [
      ...new Set(items.map(({ patientId }) => patientId)),
    ])
    return {
      status: 200,
      body: {
        items: items.map((request) =>
          presentRequest(request, { nameOf, access: context.access }, patients.get(request.patientId)),
        ),
        nextCursor,
      },
    }
  },
})
