import { expect, test } from 'vitest'
import { testCaller, testRequestContext } from '../../../platform/tests/create-platform.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { Note } from '../model/note.ts'
import { noKnownAllergies } from '../operations/no-known-allergies.ts'
import { openNote } from '../operations/open-note.ts'
import { saveNote } from '../operations/save-note.ts'
import { loadDiagnoses } from '../packs/load-diagnoses.ts'
import { loadNoteTemplates } from '../packs/load-note-templates.ts'

const context = testRequestContext(testCaller())
const before = (seconds: number): Date => new Date(context.now.getTime() - seconds * 1000)
const request = { query: {} as never, headers: {}, rawBody: new Uint8Array() }
const [templates, diagnoses] = await Promise.all([loadNoteTemplates(), loadDiagnoses()])
const ports = { templates, diagnoses, specialties: new Map() } as never
const practitioner = { zone: 'America/New_York', memberId: null } as never
const note: Note = {
  id: newId(),
  visitId: newId(),
  patientId: newId(),
  practitionerId: newId(),
  templateCode: 'soap',
  kind: '11506-3',
  specialty: 'primary-care',
  language: 'en',
  modality: 'video',
  isAboutSubstanceUse: false,
  status: 'draft',
  visitAt: before(3_600),
  draftedAt: before(1_800),
  savedAt: before(10),
  signedAt: null,
  supervisorId: null,
  version: 2,
  content: {
    templateCode: 'soap',
    sections: [{ code: 'plan', text: 'Rest.' }],
    diagnoses: [],
    vitals: [],
    services: [],
    prefilled: [],
    derived: [],
  },
}
type Tables = { readonly writes?: readonly { readonly statement: { readonly kind: string; readonly table: string } }[] }
const writesOf = (change: Tables | undefined) =>
  change?.writes?.map(({ statement: { kind, table } }) => `${kind} ${table.replace('documentation.', '')}`)

const save = (text: string, stored: Partial<Note> = {}) =>
  saveNote.decide?.(
    {
      ...request,
      path: { noteId: note.id },
      body: { sections: [{ code: 'plan', text }], diagnoses: [], vitals: [], services: [], version: 2 },
    },
    { before: { ...note, ...stored }, practitioner, ports, copied: new Map() },
    context,
  )

test('a save stores the note with its version, and deletes the one before only while the person goes on typing', () => {
  const change = save('Rest and fluids.')
  expect(writesOf(change)).toEqual(['update notes', 'insert note_versions', 'delete note_versions'])
  expect(change?.events).toMatchObject([{ type: 'documentation.note-saved', data: { version: 3 } }])
  expect(writesOf(save('Rest and fluids.', { savedAt: before(60) }))).toEqual(['update notes', 'insert note_versions'])
})

test('a save without a change stores nothing, and one of an older text is refused', () => {
  expect(save('Rest.')).toMatchObject({ answer: { status: 200, body: { version: 2 } } })
  expect(save('Rest.')).not.toHaveProperty('writes')
  expect(() => save('Rest and fluids.', { version: 4 })).toThrow(expect.objectContaining({ code: 'version_conflict' }))
  expect(() => save('Rest and fluids.', { status: 'signed' })).toThrow(expect.objectContaining({ code: 'note_signed' }))
})

test('opening a note creates it once, and stores nothing if it exists', () => {
  const open = (gathered: object) =>
    openNote.decide?.(
      { ...request, path: { visitId: note.visitId }, body: undefined },
      { ports, practitioner, ...gathered } as never,
      context,
    )
  const created = open({ found: null, note })
  expect(writesOf(created)).toEqual(['insert notes', 'insert note_versions'])
  expect(created?.writes?.map(({ statement }) => statement.kind === 'insert' && statement.isConditional)).toEqual([
    true,
    false,
  ])
  expect(open({ found: note, signatures: [] })).not.toHaveProperty('writes')
})

test('that a patient has no known allergies is refused while one is active', () => {
  const path = { patientId: note.patientId }
  const change = noKnownAllergies.decide?.({ ...request, path, body: undefined }, undefined, context)
  expect(writesOf(change)).toEqual(['check allergies', 'insert allergy_reviews'])
  expect(() => change?.otherwise?.()).toThrow(expect.objectContaining({ code: 'has_allergies' }))
})
