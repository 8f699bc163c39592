import type { ComposedServer } from '../compose-server.ts'
import { addMember, grantProxy, registerIdentity, type Identity, type KnownPerson } from '../domains/directory/index.ts'
import { systemAccess } from '../platform/system/system-access.ts'
import { systemRequestContext } from '../platform/system/system-request-context.ts'
import type { AccessRow } from '../platform/contracts/ledger.ts'
import type { WriteContext } from '../platform/contracts/context.ts'
import { operator } from './list-dead-letters.ts'

type Row = Pick<AccessRow, 'action' | 'entity' | 'entityId' | 'patientId'>

/**
 * What only an operator of the server may do: link a sign-in to a person without an invitation. Each act is recorded in the
 * ledger of its organization. Over HTTP, people link their own sign-in.
 */
export interface OperatorDirectory {
  addMember(member: Parameters<typeof addMember>[1]): Promise<string>
  linkLogin(person: KnownPerson, identity: Identity): Promise<void>
  grantProxy(patientId: string, right: Parameters<typeof grantProxy>[2]): Promise<void>
}

export const operatorDirectory = (
  {
    platform,
    identity,
  }: Pick<ComposedServer, 'identity'> & { readonly platform: Pick<ComposedServer['platform'], 'unitOfWork'> },
  organizationId: string,
  now: () => Date,
): OperatorDirectory => {
  const run = async <A>(keep: (context: WriteContext) => Promise<{ answer: A; rows: readonly Row[] }>): Promise<A> => {
    const context = systemRequestContext(operator, organizationId, now())
    const { result } = await platform.unitOfWork.run(
      {
        domain: 'directory',
        context,
        idempotency: null,
        audit: ({ rows }) =>
          rows.map((row) => systemAccess(context, { ...row, because: 'operator', purpose: 'HSYSADMIN' })),
      },
      keep,
    )
    return result.answer
  }
  /** No user could sign in with an issuer that is not registered. */
  const requireRegistered = async ({ issuer }: Identity): Promise<void> => {
    if ((await identity.clients.findIssuer(organizationId, issuer)) === null)
      throw new Error(`The issuer ${issuer} is not registered for the organization. Add it to \`issuers\` first.`)
  }
  return {
    addMember: async (given) => {
      if (given.identity) await requireRegistered(given.identity)
      return run(async (context) => {
        const { id } = await addMember(context, given)
        return { answer: id, rows: [{ action: 'create', entity: 'Member', entityId: id, patientId: null }] }
      })
    },
    linkLogin: async (person, given) => {
      await requireRegistered(given)
      const { kind, personId } = person
      const row: Row = {
        action: 'create',
        entity: 'Login',
        entityId: personId,
        patientId: kind === 'patient' ? personId : null,
      }
      await run(async (context) => {
        await registerIdentity(context, given, person)
        return { answer: undefined, rows: [row] }
      })
    },
    grantProxy: async (patientId, right) => {
      await requireRegistered(right.identity)
      await run(async (context) => {
        const { id } = await grantProxy(context, patientId, right)
        return { answer: undefined, rows: [{ action: 'create', entity: 'Proxy', entityId: id, patientId }] }
      })
    },
  }
}
