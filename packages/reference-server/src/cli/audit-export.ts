import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { ledgerLine, readLedger } from '../platform/audit/export-ledger.ts'
import { startAfter } from '../platform/audit/verify-ledger.ts'
import { listCheckpointsAfter } from '../platform/audit/write-checkpoint.ts'
import { openDatabase } from '../platform/database/open/open-database.ts'

export const auditExportUsage = `visitkit-server audit export: writes the audit ledger to a file that "audit verify" checks anywhere.

  --database <url>  pglite:/folder (server stopped) or postgres://owner...
  --out <file>      NDJSON, one linked row a line. It contains who accessed whose data: protect it like the ledger.
  --after <number>  the checkpoint up to which "audit remove" has removed rows`

/** The command, without the process. Returns the number of rows written, or null when a required argument is missing. */
export const auditExport = async (args: readonly string[]): Promise<number | null> => {
  const { values } = parseArgs({
    args: [...args],
    options: { database: { type: 'string' }, out: { type: 'string' }, after: { type: 'string', default: '0' } },
  })
  if (values.database === undefined || values.out === undefined) return null
  const database = await openDatabase({
    url: values.database,
    poolSize: 1,
    statementTimeout: 0,
    notice: () => undefined,
  })
  let rows = 0
  const lines = async function* (): AsyncGenerator<string> {
    const checkpoints = await listCheckpointsAfter(database.readerAcross('audit'), 0)
    for await (const link of readLedger(database, startAfter(checkpoints, Number(values.after)))) {
      rows += 1
      yield ledgerLine(link)
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(values.out, { flags: 'wx', mode: 0o600 }))
  } finally {
    await database.close()
  }
  return rows
}

if (import.meta.main) {
  const rows = await auditExport(process.argv.slice(2))
  console.log(rows === null ? auditExportUsage : `${rows} rows written.`)
  process.exitCode = rows === null ? 2 : 0
}
