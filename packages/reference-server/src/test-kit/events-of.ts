import type { PlatformDatabase } from '../platform/database/open/open-database.ts'

/** Events of the outbox by type, oldest first. */
export const eventsOf = async (
  server: { readonly platform: { readonly database: Pick<PlatformDatabase, 'readerAcross'> } },
  type: string,
): Promise<Record<string, unknown>[]> => {
  const rows = await server.platform.database
    .readerAcross('platform')
    .selectFrom('platform.outbox')
    .select(['data'])
    .where('type', '=', type)
    .orderBy('id')
    .execute()
  return rows.map(({ data }) => data as Record<string, unknown>)
}
