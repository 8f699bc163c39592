import { notFound } from '../../../platform/problems/problem.ts'
import type { Situation } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealedPlace } from '../../../platform/contracts/vault.ts'
import type { FollowUpTables } from './tables.ts'

export type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>
export type Sealing = Pick<Situation, 'caller' | 'vault'>

type Place = { readonly table: keyof FollowUpTables; readonly rowId: string; readonly patientId: string | null }

const placeOf = ({ caller }: Pick<Situation, 'caller'>, place: Place): SealedPlace => ({
  organizationId: caller.organizationId,
  ...place,
})

export const sealContent = (db: AnyKysely, sealing: Sealing, place: Place, content: unknown): Promise<Uint8Array> =>
  sealing.vault.seal(db, placeOf(sealing, place), content)

/** Opens a row's content and notes the access. */
export const openContent = <T>(db: AnyKysely, opening: Opening, place: Place, sealed: Uint8Array): Promise<T> =>
  opening.vault.open<T>(db, opening.access, placeOf(opening, place), sealed)

/** A row beyond the caller's reach is answered like one that does not exist. */
export const withinReach = <R extends { readonly patient_id: string | null }>(
  { access, caller }: Pick<Situation, 'access' | 'caller'>,
  row: R | undefined,
): R => {
  if (row === undefined || (access.reach === 'own' && !caller.patientIds.some((id) => id === row.patient_id)))
    throw notFound('beyond reach or unknown')
  return row
}
