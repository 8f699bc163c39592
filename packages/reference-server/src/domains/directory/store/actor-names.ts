import type { CallerKind } from '../../../platform/contracts/caller.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { fullName } from '../../../platform/names/person-name.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { listMemberNames } from './members.ts'
import { readPatients } from './patients.ts'
import { decryptProxies, listLatestProxies } from './proxies.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

export interface ActorReference {
  readonly kind: CallerKind
  readonly id: string
}

/**
 * Names of actors, by `kind:id`. A patient's name is decrypted only if the patient is in `patientIds`, and a proxy's only through a right
 * over one of them. The others stay unnamed, because decrypting them would be an access of its own without a reason.
 */
export const listActorNames = async (
  db: AnyKysely,
  context: VaultContext,
  actors: readonly ActorReference[],
  patientIds: readonly string[],
): Promise<Map<string, string>> => {
  const idsOf = (...kinds: readonly CallerKind[]) => [
    ...new Set(actors.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)),
  ]
  const shown = patientIds.filter(isUuid)
  const names = new Map<string, string>()
  for (const [id, name] of await listMemberNames(db, idsOf('member'))) names.set(`member:${id}`, name)

  // A person with a sign-in as a patient is a patient also when they act for another.
  const people = idsOf('patient', 'proxy')
  const rights = await listLatestProxies(db, people, shown)
  for (const right of await decryptProxies(db, context, rights)) {
    names.set(`proxy:${right.personId}`, right.displayName)
    names.set(`patient:${right.personId}`, right.displayName)
  }
  const patients = await readPatients(
    db,
    context,
    idsOf('patient').filter((id) => shown.includes(id)),
  )
  for (const patient of patients) names.set(`patient:${patient.id}`, fullName(patient.name))
  return names
}
