import { sql } from 'kysely'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { EmergencyAccess } from '../model/emergency-access.ts'
import { listEmergencies, listEmergenciesBetween } from './emergency-accesses.ts'
import { listDisabledMembers } from './members.ts'
import { tablesOf } from './tables.ts'

/** What the access monitor asks of the directory. Decrypts nothing. */
export interface MonitoredFacts {
  /** Since when members are disabled, by id. */
  disabledMembers(context: ReadContext): Promise<ReadonlyMap<string, Date>>
  /** Which of these patients has the next record number, by id: keyed hashes of the numbers are compared. */
  nextRecords(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Charts of these patients that these members opened in an emergency. */
  emergenciesBetween(
    context: ReadContext,
    memberIds: readonly string[],
    patientIds: readonly string[],
  ): Promise<readonly EmergencyAccess[]>
  emergencies(context: ReadContext, ids: readonly string[]): Promise<readonly EmergencyAccess[]>
}

export const monitoredFacts = (dbFor: (context: ReadContext) => AnyKysely): MonitoredFacts => ({
  disabledMembers: (context) => listDisabledMembers(dbFor(context)),
  nextRecords: (context, patientIds) => listNextRecords(dbFor(context), patientIds),
  emergenciesBetween: (context, memberIds, patientIds) => listEmergenciesBetween(dbFor(context), memberIds, patientIds),
  emergencies: (context, ids) => listEmergencies(dbFor(context), ids),
})

const listNextRecords = async (db: AnyKysely, patientIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.patients as one')
    .innerJoin('directory.patients as next', (join) =>
      join
        .onRef('next.organization_id', '=', 'one.organization_id')
        .onRef('next.record_number_index', '=', 'one.next_record_number_index'),
    )
    .select(['one.id', 'next.id as nextId'])
    .where('one.id', '=', sql<string>`any(${patientIds}::uuid[])`)
    .where('next.id', '=', sql<string>`any(${patientIds}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, nextId }) => [id, nextId]))
}
