import type { PlatformDatabase } from '../database/open/open-database.ts'

/** Of at most a thousand accesses each. */
const groupsPerPage = 5

/** The first number that the chain in the database still has; null if it has none. */
export const findFirstSequence = async (database: PlatformDatabase): Promise<number | null> =>
  database.withOwnerConnection(async (owner) => {
    const { rows } = await owner.execute('select min(first_sequence)::text as first from audit.link_groups')
    const [only] = rows as { readonly first: string | null }[]
    return only?.first == null ? null : Number(only.first)
  })

/** Whether the chain can be cut after this number: a group of links is removed as a whole. */
export const endsGroup = async (database: PlatformDatabase, sequence: number): Promise<boolean> =>
  database.withOwnerConnection(async (owner) => {
    const { rows } = await owner.execute('select from audit.link_groups where last_sequence = $1', [sequence])
    return rows.length > 0
  })

/**
 * Removes accesses and their links up to this number, in the order of the chain, as the owner: no role of the server may. Row security
 * applies to an owner that is not a superuser, so it is suspended for each page. Returns the number of accesses removed.
 */
export const removeLinkedAccesses = (database: PlatformDatabase, through: number): Promise<number> =>
  database.withOwnerConnection(async (owner) => {
    let removed = 0
    for (;;) {
      await owner.execute('begin')
      try {
        await owner.execute('alter table audit.access_rows no force row level security')
        const { rows } = await owner.execute(
          `with page as (
             select first_sequence, access_ids from audit.link_groups where last_sequence <= $1 order by first_sequence limit $2
           ), unlinked as (
             delete from audit.link_groups using page where link_groups.first_sequence = page.first_sequence
           ), gone as (
             delete from audit.access_rows as access using (select unnest(access_ids) as id from page) as linked
             where access.id = linked.id returning 1
           )
           select (select count(*) from page)::integer as groups, (select count(*) from gone)::integer as accesses`,
          [through, groupsPerPage],
        )
        await owner.execute('alter table audit.access_rows force row level security')
        await owner.execute('commit')
        const [page] = rows as { readonly groups: number; readonly accesses: number }[]
        removed += page?.accesses ?? 0
        if (!page || page.groups < groupsPerPage) return removed
      } catch (error) {
        if (!owner.lost) await owner.execute('rollback')
        throw error
      }
    }
  })
