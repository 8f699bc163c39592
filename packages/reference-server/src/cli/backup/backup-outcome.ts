import { BackupDamaged, WrongBackupKey } from '../../platform/backup/backup-envelope.ts'

export interface BackupOutcome {
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

/** 1: the backup is not whole, or not for this key. 2: it could not be tried. */
export const failed = (error: unknown): BackupOutcome => ({
  exitCode: error instanceof BackupDamaged || error instanceof WrongBackupKey ? 1 : 2,
  text: error instanceof Error ? error.message : 'It failed.',
})
