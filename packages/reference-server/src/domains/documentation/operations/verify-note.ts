import { operation } from '../../../platform/contracts/operation.ts'
import { verifyNote as faultsOf, wasSigned, type StoredNote } from '../model/verify-note.ts'
import type { DocumentationContext } from '../ports.ts'
import { noteNotSigned } from '../problems.ts'
import { readNoteFacts } from '../store/notes.ts'
import { listStepsByNote, listStoredContents } from '../store/note-versions.ts'
import { listStoredSignatures } from '../store/signatures.ts'

export const verifyNote = operation<DocumentationContext>()('verifyNote', {
  gather: ({ path }, _, context) => readNoteFacts(context.db, context, path.noteId),
  read: async (_, facts, context, { signer }) => {
    const { db, now } = context
    const [versions, contents, signatures] = await Promise.all([
      listStepsByNote(db, facts.id),
      listStoredContents(db, context, facts),
      listStoredSignatures(db, context, facts),
    ])
    const stored: StoredNote = { facts, versions, contents, signatures }
    if (!wasSigned(stored)) throw noteNotSigned()
    const keys = [...new Set(signatures.flatMap(({ sealed }) => sealed?.publicKey ?? []))]
    const trusted = new Set<string>()
    for (const key of keys) if (await signer.isTrusted(Buffer.from(key, 'base64url'))) trusted.add(key)
    const faults = faultsOf(stored, (publicKey) => trusted.has(publicKey))
    return {
      status: 200,
      body: {
        noteId: facts.id,
        patientId: facts.patientId,
        intact: faults.length === 0,
        faults,
        checkedAt: now.toISOString(),
      },
    }
  },
})
