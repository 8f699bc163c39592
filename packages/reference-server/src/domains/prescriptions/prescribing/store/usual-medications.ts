import { sql } from 'kysely'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

const table = 'prescriptions.usual_medications'
const shown = 20

/** Increments the count of a practitioner's signatures of a medication. Belongs to no patient. To be written with the signature. */
export const upsertUsualMedicationStatement = (
  tx: AnyKysely,
  { caller, newId }: Pick<RequestContext, 'caller' | 'newId'>,
  practitionerId: string,
  rxcui: string,
) =>
  tablesOf(tx)
    .insertInto(table)
    .values({ organization_id: caller.organizationId, id: newId(), practitioner_id: practitionerId, rxcui, times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'practitioner_id', 'rxcui'])
        .doUpdateSet({ times: sql`prescriptions.usual_medications.times + 1` }),
    )

/** RxNorm codes, the most signed first. */
export const listUsualByPractitioner = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  practitionerId: string,
): Promise<string[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select('rxcui')
    .where('organization_id', '=', caller.organizationId)
    .where('practitioner_id', '=', practitionerId)
    .orderBy('times', 'desc')
    .limit(shown)
    .execute()
  return rows.map(({ rxcui }) => rxcui)
}
