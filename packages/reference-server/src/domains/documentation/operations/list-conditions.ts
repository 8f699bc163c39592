import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { ConditionStatus } from '../model/condition.ts'
import type { DocumentationContext } from '../ports.ts'
import { conditionsOf } from '../store/conditions.ts'
import { answerOfCondition } from '../presenters/answer-of-condition.ts'
import { isPatientSide } from '../workflows/gather-note.ts'

export const listConditions = operation<DocumentationContext>()('listConditions', {
  gather: async ({ path }, { directory }, reading) => {
    await directory.actingFor(reading, path.patientId, 'record')
    await directory.patient(reading, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, reading) => {
    const place = placeOf(query)
    const ended: readonly ConditionStatus[] = isPatientSide(reading) ? ['resolved'] : ['resolved', 'entered-in-error']
    const statuses: readonly ConditionStatus[] = [
      ...(query.active === false ? [] : (['active'] as const)),
      ...(query.active === true ? [] : ended),
    ]
    const { items, nextCursor } = pageOf(await conditionsOf(reading.db, reading, patientId, statuses, place), place)
    return { status: 200, body: { patientId, items: items.map(answerOfCondition), nextCursor } }
  },
})
