import { operations, type OperationId } from '@visitkit/contract/operations'
import type { CallerReads } from '../contracts/caller-reads.ts'
import type { ReadContext } from '../contracts/context.ts'
import type { Database } from '../contracts/database.ts'
import type { DomainModule } from '../contracts/domain-module.ts'
import type { BoundOperation } from '../contracts/operation.ts'
import type { Permissions } from '../identity/permissions.ts'
import { notFound, Problem } from '../problems/problem.ts'
import { withhold } from '../sensitive/withhold.ts'

type Reading = Pick<BoundOperation, 'gather'> & Required<Pick<BoundOperation, 'read'>>

/**
 * Whatever leaves the server in one piece (a copy of a record) is read by the operations that show it, so that permission, reach, scope
 * and what is hidden are decided in one place. Only for callers at reach `own`: a relationship of a member is checked by the pipeline.
 */
export const createCallerReads = ({
  modules,
  database,
  permissions,
}: {
  readonly modules: readonly DomainModule[]
  readonly database: Pick<Database, 'reader'>
  readonly permissions: Permissions
}): CallerReads => {
  const handlers = new Map<OperationId, { readonly module: DomainModule; readonly operation: Reading }>()
  for (const module of modules)
    for (const { id, gather, read } of module.operations)
      if (read !== undefined) handlers.set(id, { module, operation: { read, ...(gather && { gather }) } })

  return async (context, id, { path, query }) => {
    const owned = handlers.get(id)
    if (owned === undefined) throw new Error(`${id} is not an operation that reads.`)
    const { module, operation } = owned
    const { access, caller } = context
    if (access.reach !== 'own') throw new Error(`${id} was called for a caller beyond reach \`own\`.`)
    if (permissions.grantFor(caller.roles, operations[id].permission) === null)
      throw new Problem(403, 'forbidden', 'Your role does not include this. Ask an administrator if it should.')
    const own: ReadContext = {
      ...context,
      db: database.reader({ domain: module.name, organizationId: caller.organizationId }),
    }
    const input = { path: path ?? {}, query: query ?? {}, body: undefined, headers: {}, rawBody: new Uint8Array() }
    const gathered = await operation.gather?.(input as never, module.ports as never, own)
    const { body } = (await operation.read(input as never, gathered as never, own, module.ports as never)) as {
      body: never
    }
    const kept = withhold(body, access.withheld)
    if (kept === null) throw notFound('withheld_as_sensitive')
    return kept.body as never
  }
}
