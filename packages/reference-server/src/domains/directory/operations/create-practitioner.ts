import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { practitionerChanged } from '../events.ts'
import { validatePractitioner } from '../model/validate-records.ts'
import type { Practitioner } from '../model/practitioner.ts'
import { requireNoFaults } from '../problems.ts'
import { readMember } from '../store/members.ts'
import { insertPractitioner } from '../store/practitioners.ts'

/** Also used by seeds and imports, which may provide an id (UUID). `memberId` makes an existing member a practitioner. */
export const addPractitioner = async (
  context: WriteContext,
  { id, memberId, ...given }: components['schemas']['CreatePractitioner'] & { readonly id?: string },
): Promise<Practitioner> => {
  requireNoFaults(validatePractitioner(given))
  if (memberId !== undefined) await readMember(context.tx, memberId)
  const practitioner: Practitioner = {
    ...given,
    id: id ?? context.newId(),
    memberId: memberId ?? null,
    active: true,
    version: 1,
  }
  await insertPractitioner(context.tx, context.caller.organizationId, practitioner)
  await context.emit(practitionerChanged(practitioner))
  return practitioner
}

export const createPractitioner = operation()('createPractitioner', {
  keep: async ({ body }, _, context) => {
    const practitioner = await addPractitioner(context, body)
    return { status: 201, headers: { location: `/v1/practitioners/${practitioner.id}` }, body: practitioner }
  },
})
