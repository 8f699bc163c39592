import type {
  DiagnosisCode,
  Note,
  NoteDifference,
  NoteSummary,
  PsychotherapyNote,
  Visit,
} from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import {
  sampleDiagnosisCodes,
  sampleNoteTemplates,
  sampleServiceCodes,
  sampleSynonyms,
  sampleTemplateOf,
} from './sample-note-templates.ts'
import { olderVitals, pastNote, sampleAuthor, sampleContentHash } from './sample-past-notes.ts'
import { samplePatient, samplePatientSummary } from './sample-people.ts'
import { find, instant, page } from './sample-state.ts'
import { corrected, observed, vitalsOf } from './sample-vitals.ts'

const sampleSupervisor = { memberId: 'member-lee', displayName: 'Dr. Lee Placeholder' }

const missingOf = (note: Note): Pick<Note, 'missing' | 'missingParts'> => {
  const template = sampleNoteTemplates.find(({ code }) => code === note.templateCode)
  const empty = (template?.sections ?? []).filter(
    ({ code, required }) => required && !note.sections.find((one) => one.code === code)?.text.trim(),
  )
  return {
    missing: empty.map(({ code }) => code),
    missingParts: note.diagnoses.length === 0 ? ['diagnoses'] : [],
  }
}

/** Compares two texts by their common prefix and suffix, which is enough for a sample. */
const compare = (before: string, after: string): NoteDifference['changes'][number]['parts'] => {
  const [old, now] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const part = (kind: 'same' | 'added' | 'removed', words: string[]) =>
    words.length > 0 ? [{ kind, text: words.join('') }] : []
  return [
    ...part('same', old.slice(0, start)),
    ...part('removed', old.slice(start, old.length - end)),
    ...part('added', now.slice(start, now.length - end)),
    ...part('same', old.slice(old.length - end)),
  ]
}

/** The clinical note of a visit, from the draft to addenda after the signature. */
export const notesSample: SampleDomain = ({ state, live, now, newId }) => {
  const notes: Note[] = [pastNote(now())]
  /** All versions of each note. */
  const versions = new Map<string, Note[]>(notes.map((note) => [note.id, [structuredClone(note)]]))

  /** By visit. Stored separately from the notes, as on the server. */
  const psychotherapyNotes = new Map<string, PsychotherapyNote>()

  const updateNote = (note: Note, more: Partial<Note>): Note => {
    Object.assign(note, more, { version: note.version + 1, savedAt: instant(now()) })
    Object.assign(note, sampleTemplateOf(note.templateCode))
    Object.assign(note, missingOf(note))
    if (note.status !== 'draft' && note.observations.length === 0)
      note.observations = observed(note.id, note.createdAt, note.vitals)
    versions.set(note.id, [...(versions.get(note.id) ?? []), structuredClone(note)])
    live.emit({ type: 'note.changed', ids: { patientId: note.patientId, visitId: note.visitId } })
    return note
  }

  const begin = (visit: Visit): Note => {
    const note: Note = {
      id: newId('note'),
      visitId: visit.id,
      patientId: visit.patientId,
      practitionerId: visit.practitioner.id,
      author: sampleAuthor,
      templateCode: 'soap',
      ...sampleTemplateOf('soap'),
      kind: '11506-3',
      status: 'draft',
      sections: [{ code: 'subjective', text: 'Reason for the visit: A sample reason' }],
      diagnoses: [],
      vitals: [],
      observations: [],
      services: [],
      supervisor: null,
      signatures: [],
      addenda: [],
      missing: [],
      missingParts: [],
      prefilled: ['subjective'],
      derived: [],
      psychotherapyNotes: false,
      visitDay: instant(now()).slice(0, 10),
      createdAt: instant(now()),
      savedAt: instant(now()),
      version: 1,
    }
    Object.assign(note, missingOf(note))
    notes.push(note)
    versions.set(note.id, [structuredClone(note)])
    return note
  }

  const summaryOf = ({
    id,
    visitId,
    patientId,
    practitionerId,
    templateCode,
    template,
    kind,
    status,
    ...note
  }: Note): NoteSummary => {
    const signedAt = note.signatures[0]?.at
    const visitAt = note.createdAt
    const { savedAt } = note
    return {
      id,
      visitId,
      patientId,
      patient: samplePatientSummary,
      practitionerId,
      templateCode,
      ...(template && { templateName: template.name }),
      kind,
      status,
      visitAt,
      savedAt,
      ...(signedAt && { signedAt }),
    }
  }

  const signed = (note: Note): Note => {
    if (note.signatures.length === 0) throw problem(409, 'note_not_signed')
    return note
  }

  return () => ({
    listNoteTemplates: () => ({ items: [...sampleNoteTemplates] }),
    searchDiagnosisCodes: ({ query: { search = '', limit = 20 } }) => {
      const typed = search.toLowerCase()
      const items = sampleDiagnosisCodes.flatMap((each): DiagnosisCode[] => {
        const synonym = sampleSynonyms[each.code]
        if (synonym === typed) return [{ ...each, match: { by: 'synonym', term: synonym } }]
        return `${each.code} ${each.display}`.toLowerCase().includes(typed) ? [{ ...each, match: { by: 'words' } }] : []
      })
      const wantsService = items.length === 0 && /^\d{5}$|visit/.test(typed)
      return { items: items.slice(0, limit), ...(wantsService && { hint: 'service-code' as const }) }
    },
    searchServiceCodes: ({ query: { search = '', limit = 20 } }) => ({
      items: sampleServiceCodes
        .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(search.toLowerCase()))
        .slice(0, limit),
      hasCpt: false,
    }),
    openNote: ({ path }) =>
      notes.find(({ visitId }) => visitId === path.visitId) ?? begin(find(state.visits, path.visitId)),
    getNote: ({ path }) => find(notes, path.noteId),
    saveNote: ({ path, body: { version, ...body } }) => {
      const note = find(notes, path.noteId)
      if (note.status !== 'draft') return problem(409, 'note_signed')
      if (note.version !== version) return problem(409, 'version_conflict')
      const diagnoses = body.diagnoses.map(({ code }) => {
        const known = sampleDiagnosisCodes.find((one) => one.code === code)
        if (!known)
          throw problem(422, 'unknown_code', {
            errors: [{ pointer: '/diagnoses', code: 'unknown_code', message: 'Not a code.' }],
          })
        return known
      })
      return updateNote(note, { ...body, diagnoses })
    },
    signNote: ({ path, body }) => {
      const note = find(notes, path.noteId)
      if (note.status !== 'draft') return problem(409, 'note_signed')
      if (note.version !== body.version) return problem(409, 'version_conflict')
      const { missing, missingParts } = missingOf(note)
      if (missing.length > 0 || missingParts.length > 0) return problem(422, 'note_incomplete')
      const signature = { by: sampleAuthor, at: instant(now()), as: 'author' as const, contentHash: sampleContentHash }
      const supervisor = body.supervisorId ? { ...sampleSupervisor, memberId: body.supervisorId } : null
      return updateNote(note, {
        status: supervisor ? 'awaiting-cosign' : 'signed',
        supervisor,
        signatures: [signature],
      })
    },
    cosignNote: ({ path }) => {
      const note = find(notes, path.noteId)
      if (note.status !== 'awaiting-cosign') return problem(409, 'not_awaiting_cosign')
      const signature = {
        by: note.supervisor ?? sampleSupervisor,
        at: instant(now()),
        as: 'supervisor' as const,
        contentHash: sampleContentHash,
      }
      return updateNote(note, { status: 'signed', signatures: [...note.signatures, signature] })
    },
    nameSupervisor: ({ path, body }) => {
      const note = find(notes, path.noteId)
      if (note.status !== 'awaiting-cosign') return problem(409, 'not_awaiting_cosign')
      if (note.version !== body.version) return problem(409, 'version_conflict')
      return updateNote(note, { supervisor: { ...sampleSupervisor, memberId: body.supervisorId } })
    },
    addendNote: ({ path, body }) => {
      const note = signed(find(notes, path.noteId))
      const signature = { by: sampleAuthor, at: instant(now()), as: 'author' as const, contentHash: sampleContentHash }
      const addendum = { id: newId('addendum'), text: body.text, signature }
      return updateNote(note, { status: 'addended', addenda: [...note.addenda, addendum] })
    },
    correctVital: ({ path, body }) => {
      const note = signed(find(notes, path.noteId))
      const change = { by: sampleAuthor, at: instant(now()) }
      updateNote(note, { observations: corrected(note, path.vitalId, body, change) })
      return { noteId: note.id, patientId: note.patientId, ...find(note.observations, path.vitalId) }
    },
    listPatientNotes: ({ path, query }) => ({
      patientId: path.patientId,
      ...page(
        notes
          .filter(({ patientId }) => patientId === path.patientId)
          .map(summaryOf)
          .toReversed(),
        query,
      ),
    }),
    listPatientVitals: ({ path }) => ({
      patientId: path.patientId,
      items:
        path.patientId === samplePatient.id
          ? [
              ...notes
                .filter(({ status }) => isFinal(status))
                .toReversed()
                .map(vitalsOf),
              ...olderVitals(now()),
            ]
          : [],
    }),
    listWaitingNotes: ({ query: { status = 'draft', ...paging } }) =>
      page(notes.filter((note) => note.status === status).map(summaryOf), paging),
    listNoteVersions: ({ path, query }) => {
      const { id, patientId } = find(notes, path.noteId)
      const stored = (versions.get(id) ?? []).map(({ version, savedAt, status }) => ({
        version,
        savedAt,
        status,
        savedBy: {
          kind: version === 1 ? ('system' as const) : ('member' as const),
          displayName: version === 1 ? 'Visitkit' : sampleAuthor.displayName,
        },
      }))
      return { noteId: id, patientId, ...page(stored.toReversed(), query) }
    },
    compareNoteVersions: ({ path, query }) => {
      const { id, patientId } = find(notes, path.noteId)
      const [from, to] = [query.from ?? 1, query.to ?? 1]
      const at = (version: number) => versions.get(id)?.find((one) => one.version === version)?.sections ?? []
      const textIn = (version: number, code: string) => at(version).find((one) => one.code === code)?.text ?? ''
      const codes = [...new Set([...at(from), ...at(to)].map(({ code }) => code))]
      const changes = codes
        .filter((code) => textIn(from, code) !== textIn(to, code))
        .map((section) => ({ section, parts: compare(textIn(from, section), textIn(to, section)) }))
      return { noteId: id, patientId, from, to, changes }
    },
    verifyNote: ({ path }) => {
      const { id, patientId } = signed(find(notes, path.noteId))
      return { noteId: id, patientId, intact: true, faults: [], checkedAt: instant(now()) }
    },
    getPsychotherapyNote: ({ path }) => psychotherapyNotes.get(path.visitId) ?? problem(404, 'not_found'),
    savePsychotherapyNote: ({ path: { visitId }, body: { text, version } }) => {
      if ((psychotherapyNotes.get(visitId)?.version ?? 0) !== version) return problem(409, 'version_conflict')
      const { patientId } = find(state.visits, visitId)
      const kind = 'psychotherapy' as const
      const stored = { visitId, patientId, kind, text, savedAt: instant(now()), version: version + 1 }
      psychotherapyNotes.set(visitId, stored)
      return stored
    },
    getNotePdf: ({ path }) => `%PDF-1.7 ${signed(find(notes, path.noteId)).id}`,
  })
}

const isFinal = (status: Note['status']): boolean => status === 'signed' || status === 'addended'
