import type { components } from '@visitkit/contract'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { lastDayByDefault } from '../model/proxy-right.ts'
import { requireNoFaults } from '../problems.ts'
import { readPatient } from '../store/patients.ts'
import { insertProxy, type StoredProxy } from '../store/proxies.ts'

export type GivenRight = components['schemas']['CreateProxy'] & { readonly id?: string }

/** Stores a right over a patient: offered while `personId` is null. */
export const createRight = async (
  context: WriteContext,
  patientId: string,
  { id, to, ...given }: GivenRight,
  personId: string | null,
): Promise<{ readonly right: StoredProxy; readonly zone: string }> => {
  const patient = await readPatient(context.tx, context, patientId)
  const lastDay = to ?? lastDayByDefault(given.relationship, patient.birthDate)
  requireNoFaults([
    ...(given.scope.every((scope) => scope === 'sensitive')
      ? [{ pointer: '/scope', code: 'too_few', message: 'Must hold at least 1, and another one than `sensitive`.' }]
      : []),
    ...(lastDay !== null && lastDay < given.from
      ? [
          {
            pointer: '/from',
            code: 'out_of_range',
            message: "Must not be after the last day. A parent's right ends when the patient turns 18.",
          },
        ]
      : []),
  ])
  const right: StoredProxy = {
    ...given,
    scope: [...new Set(given.scope)],
    id: id ?? context.newId(),
    patientId,
    personId,
    to: lastDay,
    endedAt: null,
  }
  await insertProxy(context.tx, context, right)
  return { right, zone: patient.zone }
}
