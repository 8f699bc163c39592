import type { ParkedKind } from '../contracts/parked.ts'
import { overtakenTransmissions, parkedTransmissions, retryParkedTransmission } from './transmission-states.ts'

/** What stands still of one domain's transmissions, as an operator sees it. */
export const parkedTransmissionKind = (schema: string): ParkedKind => ({
  kind: 'transmission',
  entity: 'Transmission',
  list: async ({ db }, limit) => {
    const parked = await parkedTransmissions(db, schema, limit)
    const overtaken = await overtakenTransmissions(db, schema)
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
  retry: async (keeping, id) => {
    const isAgain = await retryParkedTransmission(keeping, schema, id)
    return isAgain ? { outcome: 'again' } : { outcome: 'not-parked' }
  },
})
