import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tablesOf } from './tables.ts'

const ofCare = ['LabOrder', 'Prescription', 'Claim', 'Coverage']

/** The records of a patient that were sent to laboratories, pharmacies and payers since then, those that were sent last first; at most 200. */
export const listSentRecords = async (
  db: AnyKysely,
  patientId: string,
  from: Date,
): Promise<readonly { readonly entity: string; readonly id: string; readonly last: Date }[]> =>
  tablesOf(db)
    .selectFrom('audit.accesses')
    .select(['entity', sql<string>`entity_id`.as('id'), sql<Date>`max(at)`.as('last')])
    .where('patient', '=', patientId)
    .where('action', '=', 'export')
    .where('outcome', '<>', 'refused')
    .where('entity', 'in', ofCare)
    .where('entity_id', 'is not', null)
    .where('at', '>=', from)
    .groupBy(['entity', 'entity_id'])
    .orderBy(sql`max(at)`, 'desc')
    .limit(200)
    .execute()
