import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

const table = 'prescriptions.usual_medications'
const shown = 20

/** Increments the count of a practitioner's signatures of a medication. Belongs to no patient. `id` is a new one, for the first signature. */
export const countUsualMedication = (id: string, practitionerId: string, rxcui: string): Write => ({
  statement: count,
  values: [id, practitionerId, rxcui],
})
const count = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'practitioner_id', 'rxcui', 'times'],
  values: ['$1::uuid', '$2::uuid', '$3::text', '1'],
  isConditional: false,
  onConflict: '(organization_id, practitioner_id, rxcui) do update set times = usual_medications.times + 1',
})

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
