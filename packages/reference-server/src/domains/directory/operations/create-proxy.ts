import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { proxyGranted } from '../events.ts'
import { describeProxy } from '../presenters/describe-proxy.ts'
import { lastDayByDefault } from '../model/proxy-right.ts'
import { identityTaken, refuseFaults } from '../problems.ts'
import { findIdentity } from '../store/identities.ts'
import { managesProxies } from '../model/manages-proxies.ts'
import { readPatient } from '../store/patients.ts'
import { insertProxy, type OpenedProxy } from '../store/proxies.ts'
import { registerIdentity } from '../store/register-identity.ts'

/**
 * Lets the person who signs in as `identity` act for a patient. Someone who acts for several patients, or is a patient too, stays one
 * person: the new right joins the ones they have. A member of staff needs another sign-in for their family's matters, so that what they do
 * at work and what they do at home never share a session. Also what a seed does, which may bring an id (UUID) of its own.
 */
export const grantProxy = async (
  keeping: Keeping,
  patientId: string,
  { id: givenId, identity, to, ...given }: components['schemas']['CreateProxy'] & { readonly id?: string },
): Promise<OpenedProxy> => {
  const { tx, vault, caller, newId, emit } = keeping
  const patient = await readPatient(tx, keeping, patientId)
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
  const id = givenId ?? newId()
  const person = await findIdentity(tx, vault, caller.organizationId, identity)
  if (person?.kind === 'member' || person?.personId === patientId) throw identityTaken()
  if (!person) await registerIdentity(keeping, identity, { kind: 'proxy', personId: id })
  const proxy: OpenedProxy = {
    ...given,
    scope: [...new Set(given.scope)],
    id,
    patientId,
    personId: person?.personId ?? id,
    to: lastDay,
    endedAt: null,
  }
  await insertProxy(tx, keeping, proxy)
  await emit(proxyGranted(proxy))
  return proxy
}

export const createProxy = operation()('createProxy', {
  keep: async ({ path, body }, _, keeping) => {
    if (!managesProxies(keeping.caller, path.patientId)) throw notFound('not_the_patient')
    const proxy = describeProxy(await grantProxy(keeping, path.patientId, body))
    return { status: 201, headers: { location: `/v1/patients/${proxy.patientId}/proxies` }, body: proxy }
  },
})
