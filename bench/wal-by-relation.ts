import type pg from 'pg'

/** What a table, an index, or PostgreSQL itself wrote to the write-ahead log. */
export interface RelationWal {
  /** `schema.table`, `schema.table (index)`, or what PostgreSQL calls records that change no page of the database. */
  readonly name: string
  readonly records: number
  readonly bytes: number
  /** The part of `bytes` that is images of whole pages, written once for each page after a checkpoint. */
  readonly imageBytes: number
}

/** Where the log ends now. */
export const walPosition = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
  return rows[0]?.at ?? '0/0'
}

/** The log since a position, by relation of the client's database; the largest first. A record of several pages counts for each in parts. */
export const walSince = async (client: pg.Client, from: string): Promise<readonly RelationWal[]> => {
  await client.query('create extension if not exists pg_walinspect')
  const { rows } = await client.query<RelationWal>(
    `with blocks as (
       select *, count(*) over (partition by start_lsn) as parts from pg_get_wal_block_info($1, pg_current_wal_flush_lsn(), false)
     ), named as (
       select block.record_length / block.parts::float8 as bytes, 1 / block.parts::float8 as records, block.block_fpi_length as images,
         case
           when relation.oid is null then 'of others: ' || block.resource_manager || ' ' || block.record_type
           when owner.oid is null then relation.relnamespace::regnamespace::text || '.' || relation.relname
           else owner.relnamespace::regnamespace::text || '.' || owner.relname || ' (' || relation.relname || ')'
         end as name
       from blocks as block
       left join pg_class as relation on block.reldatabase = (select oid from pg_database where datname = current_database())
         and pg_relation_filenode(relation.oid) = block.relfilenode
       left join pg_index as entry on entry.indexrelid = relation.oid
       left join pg_class as owner on owner.oid = entry.indrelid
       union all
       select record_length, 1, 0, resource_manager || ' ' || record_type
       from pg_get_wal_records_info($1, pg_current_wal_flush_lsn()) where block_ref is null or block_ref = ''
     )
     select name, sum(records)::float8 as records, sum(bytes)::float8 as bytes, sum(coalesce(images, 0))::float8 as "imageBytes"
     from named group by name order by 3 desc`,
    [from],
  )
  return rows
}
