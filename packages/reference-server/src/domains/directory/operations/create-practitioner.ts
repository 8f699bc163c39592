import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DecideContext, WriteContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { practitionerChanged } from '../events.ts'
import { validatePractitioner } from '../model/validate-records.ts'
import type { Practitioner } from '../model/practitioner.ts'
import { memberTaken, requireNoFaults } from '../problems.ts'
import { readMember } from '../store/members.ts'
import { insertPractitioner } from '../store/practitioners.ts'
import { storeInTransaction } from '../workflows/store-in-transaction.ts'

type GivenPractitioner = components['schemas']['CreatePractitioner'] & { readonly id?: string }

const requireValid = async (db: AnyKysely, given: GivenPractitioner): Promise<void> => {
  requireNoFaults(validatePractitioner(given))
  if (given.memberId !== undefined) await readMember(db, given.memberId)
}

const newPractitioner = ({ id, memberId, ...given }: GivenPractitioner, { newId }: Pick<DecideContext, 'newId'>) => {
  const practitioner: Practitioner = {
    ...given,
    id: id ?? newId(),
    memberId: memberId ?? null,
    active: true,
    version: 1,
  }
  return {
    writes: [insertPractitioner(practitioner)],
    events: [practitionerChanged(practitioner)],
    otherwise: (): never => {
      throw memberTaken()
    },
    answer: practitioner,
  }
}

/** For seeds and imports, which may provide an id (UUID). `memberId` makes an existing member a practitioner. */
export const addPractitioner = async (context: WriteContext, given: GivenPractitioner): Promise<Practitioner> => {
  await requireValid(context.tx, given)
  return storeInTransaction(context, newPractitioner(given, context))
}

export const createPractitioner = operation()('createPractitioner', {
  gather: ({ body }, _, { db }) => requireValid(db, body),
  decide: ({ body }, _, context) => {
    const { answer: practitioner, ...change } = newPractitioner(body, context)
    const headers = { location: `/v1/practitioners/${practitioner.id}` }
    return { ...change, answer: { status: 201, headers, body: practitioner } }
  },
})
