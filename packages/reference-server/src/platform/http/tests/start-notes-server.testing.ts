import { failingLedger } from './failing-ledger.testing.ts'
import { notesContract, notesPermissions } from './notes-contract.testing.ts'
import { createNotesDomain, type NotesFaults } from './notes-domain.testing.ts'
import { startTestServer, type TestServer } from './start-test-server.testing.ts'

interface NotesServer {
  readonly engine: 'pglite' | 'postgres'
  readonly faults: NotesFaults
  readonly webhookSecret: string
  readonly ledgerFault: { readonly isDown: boolean }
  /** A text of patients that an error repeats. */
  readonly canary: string
  readonly logged: string[]
}

/** A server with the domain of notes, whose faults the test chooses. */
export const startNotesServer = (options: NotesServer): Promise<TestServer> =>
  startTestServer({
    engine: options.engine,
    now: '2026-11-25T15:00:00Z',
    modules: () => [createNotesDomain(options.faults, options.webhookSecret)],
    contract: notesContract,
    policies: { permissions: notesPermissions },
    wrapLedger: (ledger) => failingLedger(ledger, options.ledgerFault, options.canary),
    onLog: (line) => options.logged.push(line),
  })
