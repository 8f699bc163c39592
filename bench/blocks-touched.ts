import pg from 'pg'

/** Blocks of 8 KB that PostgreSQL uses for one call, from shared buffers or from disk. */
export type CountBlocks = (call: () => Promise<void>) => Promise<number>

/** Settings that `countBlocks` needs in PostgreSQL. */
export const countsBlocks = 'shared_preload_libraries=pg_stat_statements'

const calls = 30

/**
 * Counts the blocks that the statements of a call use, exactly and independent of other load. A statement belongs to the call when it ran
 * at least once for each call. The inserts of audit rows, which are the same for all, are not counted.
 */
export const countBlocks = async (
  databaseUrl: string,
): Promise<{ blocksOf: CountBlocks; stop: () => Promise<void> }> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('create extension if not exists pg_stat_statements')
  return {
    blocksOf: async (call) => {
      await client.query('select pg_stat_statements_reset()')
      for (let at = 0; at < calls; at += 1) await call()
      const { rows } = await client.query<{ blocks: number }>(
        `select coalesce(sum(shared_blks_hit + shared_blks_read), 0)::float8 / $1 as blocks from pg_stat_statements
         where calls >= $1 and query not ilike '%insert into audit.access_rows%'`,
        [calls],
      )
      return rows[0]?.blocks ?? Number.NaN
    },
    stop: () => client.end(),
  }
}
