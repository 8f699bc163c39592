import type { components } from '@visitkit/contract'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { lastDayByDefault } from '../model/proxy-right.ts'
import { refuseFaults } from '../problems.ts'
import { readPatient } from '../store/patients.ts'
import { insertProxy, type OpenedProxy } from '../store/proxies.ts'

export type GivenRight = components['schemas']['CreateProxy'] & { readonly id?: string }

/** Stores a right over a patient: offered while `personId` is null. */
export const createRight = async (
  keeping: Keeping,
  patientId: string,
  { id, to, ...given }: GivenRight,
  personId: string | null,
): Promise<{ readonly right: OpenedProxy; readonly zone: string }> => {
  const patient = await readPatient(keeping.tx, keeping, patientId)
  const lastDay = to ?? lastDayByDefault(given.relationship, patient.birthDate)
  refuseFaults([
    ...(given.scope.length === 0 ? [{ pointer: '/scope', code: 'too_few', message: 'Must hold at least 1.' }] : []),
    ...(lastDay !== null && lastDay < given.from
      ? [
          {
            pointer: '/from',
            code: 'out_of_range',
            message: "Must not lie after the last day. A parent's right ends when the patient turns 18.",
          },
        ]
      : []),
  ])
  const right: OpenedProxy = {
    ...given,
    scope: [...new Set(given.scope)],
    id: id ?? keeping.newId(),
    patientId,
    personId,
    to: lastDay,
    endedAt: null,
  }
  await insertProxy(keeping.tx, keeping, right)
  return { right, zone: patient.zone }
}
