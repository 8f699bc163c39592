import type { Note, VisitClient } from '@visitkit/sdk'

/** Names of a note's services, by code. A service that is not found is shown by its code. */
export const loadServiceNames = async (
  client: VisitClient,
  { services }: Note,
  signal: AbortSignal,
): Promise<Map<string, string>> => {
  const found = await Promise.all(
    services.map(async ({ codeSystem, code }) => {
      const { items } = await client.fees.serviceCodes({ search: code, limit: 5 }, { signal })
      return items.find((one) => one.code === code && one.codeSystem === codeSystem)
    }),
  ).catch(() => [])
  return new Map(found.flatMap((one) => (one ? [[one.code, one.name] as const] : [])))
}
