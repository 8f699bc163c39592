import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { managedKinds } from '../model/managed-invitations.ts'
import type { DirectoryPorts } from '../ports.ts'
import { presentInvitation } from '../presenters/present-invitation.ts'
import { listInvitations as readInvitations } from '../store/invitations.ts'

export const listInvitations = operation<DirectoryPorts>()('listInvitations', {
  read: async ({ query }, _, { db, caller, now }, ports) => {
    const page = readPageQuery(query)
    const filter = {
      kinds: managedKinds(ports.permissionsOf(caller)),
      patientId: caller.kind === 'patient' ? caller.personId : null,
      status: query.status,
    }
    const { items, nextCursor } = pageOf(await readInvitations(db, filter, now, page), page)
    return { status: 200, body: { items: items.map((each) => presentInvitation(each, now)), nextCursor } }
  },
})
