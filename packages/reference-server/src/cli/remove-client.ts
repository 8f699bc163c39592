import { setTimeout as wait } from 'node:timers/promises'
import { composeServer, type ComposedServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import { removeClient } from '../platform/identity/remove-client.ts'
import { systemRequestContext } from '../platform/system/system-request-context.ts'
import { operatorAccess } from './command-line-access.ts'
import { operator } from './list-dead-letters.ts'

/** A request that was under way has stored its session by then. Milliseconds. */
const underWayForMs = 1_000

/** Null: no organization has this client. */
export const removeClientOf = async (
  { identity, platform: { unitOfWork } }: Pick<ComposedServer, 'identity' | 'platform'>,
  clientId: string,
  now = new Date(),
): Promise<number | null> => {
  const found = await identity.clients.organizationOf(clientId)
  if (found === null) return null
  const access = operatorAccess(found, { operation: 'organization.remove-client', action: 'update' })
  const remove = async (rows: readonly (typeof access)[]): Promise<number> => {
    const { result } = await unitOfWork.run(
      { domain: 'identity', context: systemRequestContext(operator, found, now), idempotency: null, audit: () => rows },
      (context) => removeClient(context, clientId, () => identity.sessions),
    )
    return result ?? 0
  }
  const ended = await remove([access])
  await wait(underWayForMs)
  return ended + (await remove([]))
}

/** `visitkit-server organization remove-client <client id>`. With the embedded database, stop the server first. */
export const removeClientCommand = async (
  clientId: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly exitCode: number; readonly text: string }> => {
  const server = await composeServer(readConfig(environment))
  try {
    const ended = await removeClientOf(server, clientId)
    return ended === null
      ? { exitCode: 1, text: `No organization has the client ${clientId}. Use the clientId of its registration.` }
      : { exitCode: 0, text: `Removed. ${ended} sessions of ${clientId} ended.` }
  } finally {
    await server.close()
  }
}
