import { sql, type AliasedRawBuilder } from 'kysely'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { LabResult } from '../model/lab-result.ts'

export const versionTable = 'labs.result_versions'
const table = versionTable

export const versionColumns = ['organization_id', 'id', 'result_id', 'patient_id', 'version', 'sealed'] as const

/** The immutable row of this version, for the statement that writes the result: neither is ever written without the other. */
export const versionRow = async (
  tx: AnyKysely,
  { caller, vault, newId }: Pick<RequestContext, 'caller' | 'vault' | 'newId'>,
  result: LabResult,
): Promise<readonly AliasedRawBuilder<unknown, (typeof versionColumns)[number]>[]> => {
  const id = newId()
  const sealContext: SealContext = {
    organizationId: caller.organizationId,
    table,
    rowId: id,
    patientId: result.patientId,
  }
  const row = {
    organization_id: caller.organizationId,
    id,
    result_id: result.id,
    patient_id: result.patientId,
    version: result.version,
    sealed: await vault.seal(tx, sealContext, result.content),
  }
  return versionColumns.map((column) => sql`${row[column]}`.as(column))
}
