import type { Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import type { Allergy, AllergyContent } from '../model/allergy.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Row = Selectable<DocumentationTables['documentation.allergies']>

const table = 'documentation.allergies'
const reviews = 'documentation.allergy_reviews'
/** Upper bound of the unpaged list; far above any real patient. */
const most = 200

const sealContextOf = (organizationId: string, rowId: string, patientId: string): SealContext => ({
  organizationId,
  table,
  rowId,
  patientId,
})

/** The content is encrypted in `sealed`. */
export const allergies = factTable<Omit<Allergy, keyof AllergyContent>>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    status: ['status', 'text'],
    notedAt: ['noted_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'notedAt'], sealedFor: ({ patientId }) => patientId },
)

const decryptAllergy = async (db: AnyKysely, { caller, access, vault }: VaultContext, row: Row): Promise<Allergy> => ({
  ...(await vault.open<AllergyContent>(
    db,
    access,
    sealContextOf(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
  ...allergies.factOf(row),
})

/** Whether the patient was ever asked; active allergies first, then in the order of recording. */
export const readAllergies = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
): Promise<{ readonly asked: boolean; readonly items: readonly Allergy[] }> => {
  context.access.touch(requireUuid(patientId))
  const rows = await selectAllergies(db, { organizationId: context.caller.organizationId, patientId })
  const noted = rows.filter((row): row is typeof row & Row => row.id !== null)
  return {
    asked: rows.some(({ asked }) => asked),
    items: await Promise.all(noted.map((row) => decryptAllergy(db, context, row))),
  }
}

const selectAllergies = preparedRead(
  (db, { organizationId, patientId }: Placeholders<{ organizationId: string; patientId: string }>) =>
    tablesOf(db)
      .selectFrom(
        tablesOf(db)
          .selectNoFrom(({ exists, selectFrom }) =>
            exists(
              selectFrom(reviews)
                .select('id')
                .where('organization_id', '=', organizationId)
                .where('id', '=', patientId),
            ).as('asked'),
          )
          .as('review'),
      )
      .leftJoin(`${table} as each`, (join) =>
        join.on('each.organization_id', '=', organizationId).on('each.patient_id', '=', patientId),
      )
      .select('review.asked')
      .selectAll('each')
      .orderBy('each.status')
      .orderBy('each.id')
      .limit(most),
)

export const readAllergy = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  allergyId: string,
): Promise<Allergy> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('patient_id', '=', requireUuid(patientId))
    .where('id', '=', requireUuid(allergyId))
    .executeTakeFirst()
  if (row === undefined) throw notFound('allergy unknown')
  return decryptAllergy(db, context, row)
}

/** Records that the patient was asked. */
export const recordAllergyReview = (patientId: string, reviewedAt: Date): Write => ({
  statement: recordReview,
  values: [patientId, reviewedAt],
})
const recordReview = writeStatement({
  kind: 'insert',
  table: reviews,
  columns: ['id', 'reviewed_at'],
  values: ['$1::uuid', '$2::timestamptz'],
  isConditional: false,
  onConflict: '(organization_id, id) do update set reviewed_at = excluded.reviewed_at',
})

/** Conditional: no allergy of the patient is active. */
export const requireNoActiveAllergy = (patientId: string): Write => ({
  statement: noActiveAllergy,
  values: [patientId],
})
const noActiveAllergy = writeStatement({
  kind: 'check',
  table,
  condition: `not exists (select from ${table} where patient_id = $1::uuid and status = 'active')`,
  isConditional: true,
})
