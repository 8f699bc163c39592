import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { practitionerChanged } from '../events.ts'
import { practitionerFaults } from '../model/faults.ts'
import type { Practitioner } from '../model/practitioner.ts'
import { refuseFaults } from '../problems.ts'
import { readMember } from '../store/members.ts'
import { insertPractitioner } from '../store/practitioners.ts'

/** Also what a seed or an import does, which may bring an id (UUID) of its own. `memberId` makes an existing member a practitioner. */
export const addPractitioner = async (
  keeping: Keeping,
  { id, memberId, ...given }: components['schemas']['CreatePractitioner'] & { readonly id?: string },
): Promise<Practitioner> => {
  refuseFaults(practitionerFaults(given))
  if (memberId !== undefined) await readMember(keeping.tx, memberId)
  const practitioner: Practitioner = {
    ...given,
    id: id ?? keeping.newId(),
    memberId: memberId ?? null,
    active: true,
    version: 1,
  }
  await insertPractitioner(keeping.tx, keeping.caller.organizationId, practitioner)
  await keeping.emit(practitionerChanged(practitioner))
  return practitioner
}

export const createPractitioner = operation()('createPractitioner', {
  keep: async ({ body }, _, keeping) => {
    const practitioner = await addPractitioner(keeping, body)
    return { status: 201, headers: { location: `/v1/practitioners/${practitioner.id}` }, body: practitioner }
  },
})
