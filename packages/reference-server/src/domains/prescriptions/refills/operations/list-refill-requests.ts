import { pageOf, readPageQuery } from '../../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { unlessErased } from '../../../../platform/problems/unless-erased.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { presentRefill } from '../presenters/present-refill.ts'
import { decryptRefill, listOpenRefills, listRefillsOfPatient } from '../store/refill-requests.ts'

/** Of one patient all, the newest first; otherwise what is open among the patients whom the caller treats, the oldest first. */
export const listRefillRequests = operation<PrescriptionsContext>()('listRefillRequests', {
  gather: async ({ query: { patientId } }, ports, context) => {
    if (patientId !== undefined) await ports.directory.actingFor(context, patientId, 'record')
    else if (context.access.reach === 'own') throw notFound('whose refills')
  },
  read: async ({ query }, _, context, ports) => {
    const { db, access } = context
    const { patientId } = query
    const page = readPageQuery(query)
    const { items, nextCursor } = pageOf(
      patientId === undefined
        ? await listOpenRefills(db, context, page)
        : await listRefillsOfPatient(db, context, requireUuid(patientId), page),
      page,
    )
    const within = await access.within(items.map(({ patient_id: id }) => id))
    const shown = items.filter(({ patient_id: id }) => within.has(id))
    const decrypted = await Promise.all(shown.map((row) => unlessErased(decryptRefill(db, context, row))))
    const refills = decrypted.filter((refill) => refill !== null)
    const patients = await ports.directory.patientSummaries(
      context,
      context.caller.kind === 'member' ? [...new Set(refills.map((refill) => refill.patientId))] : [],
    )
    return {
      status: 200,
      body: { items: refills.map((refill) => presentRefill(refill, patients.get(refill.patientId))), nextCursor },
    }
  },
})
