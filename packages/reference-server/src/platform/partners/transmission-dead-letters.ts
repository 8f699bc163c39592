import type { DeadLetterKind } from '../contracts/dead-letter.ts'
import { listOvertakenTransmissions, listDeadTransmissions, retryDeadTransmission } from './transmission-states.ts'

/** The dead letters of one domain's transmissions. */
export const transmissionDeadLetters = (schema: string): DeadLetterKind => ({
  kind: 'transmission',
  entity: 'Transmission',
  list: async ({ db }, limit) => {
    const parked = await listDeadTransmissions(db, schema, limit)
    const overtaken = await listOvertakenTransmissions(db, schema)
    return parked.map(({ id, kind, patientId, attempts, lastFault, createdAt, endedAt }) => ({
      id,
      what: `${schema}.${kind}`,
      fault: lastFault ?? 'unknown',
      since: endedAt ?? createdAt,
      attempts,
      patientId,
      isOvertaken: overtaken.has(id),
    }))
  },
  retry: async (context, id) => {
    const isAgain = await retryDeadTransmission(context, schema, id)
    return isAgain ? { outcome: 'again' } : { outcome: 'not-parked' }
  },
})
