import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Checkpoint } from './checkpoint.ts'

/**
 * Checkpoints outside the database, one JSON object per line. Without them, the owner of the database could truncate the ledger without
 * trace. Keep the file on another volume, in an object store with a lock, or in a log archive.
 */
export interface CheckpointFile {
  readonly known: readonly Checkpoint[]
  append(checkpoint: Checkpoint): Promise<void>
  close(): Promise<void>
}

export const openCheckpointFile = async (path: string): Promise<CheckpointFile> => {
  await mkdir(dirname(path), { recursive: true })
  const known = await readCheckpoints(path)
  const file = await open(path, 'a', 0o640)
  const { size } = await file.stat()
  let endsInLine = size === 0 || (await readFile(path, 'utf8')).endsWith('\n')
  return {
    known,
    append: async (checkpoint) => {
      // A line that a crash or a full disk truncated stays, unreadable, on its own line.
      const line = `${endsInLine ? '' : '\n'}${JSON.stringify(checkpoint)}\n`
      endsInLine = false
      await file.appendFile(line)
      endsInLine = true
      await file.datasync()
    },
    close: () => file.close(),
  }
}

/** The checkpoints of a file, in file order. Skips truncated lines: their checkpoints are still in the database. */
export const readCheckpoints = async (path: string): Promise<readonly Checkpoint[]> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    try {
      if (line === '') return []
      const checkpoint = JSON.parse(line) as Checkpoint
      // With a member that stands twice it is no checkpoint that was signed, whatever a parser makes of it.
      return [JSON.stringify(checkpoint) === line ? checkpoint : { ...checkpoint, signature: '' }]
    } catch {
      return []
    }
  })
}
