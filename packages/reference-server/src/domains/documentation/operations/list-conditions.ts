import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { ConditionStatus } from '../model/condition.ts'
import type { DocumentationContext } from '../ports.ts'
import { listConditionsByPatient } from '../store/conditions.ts'
import { presentCondition } from '../presenters/present-condition.ts'
import { isPatientSide } from '../workflows/gather-note.ts'

export const listConditions = operation<DocumentationContext>()('listConditions', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    await directory.patient(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context) => {
    const page = readPageQuery(query)
    const ended: readonly ConditionStatus[] = isPatientSide(context) ? ['resolved'] : ['resolved', 'entered-in-error']
    const statuses: readonly ConditionStatus[] = [
      ...(query.active === false ? [] : (['active'] as const)),
      ...(query.active === true ? [] : ended),
    ]
    const { items, nextCursor } = pageOf(
      await listConditionsByPatient(context.db, context, patientId, statuses, page),
      page,
    )
    return { status: 200, body: { patientId, items: items.map(presentCondition), nextCursor } }
  },
})
