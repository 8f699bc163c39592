import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { vitalCorrected } from '../events.ts'
import { requireFinal } from '../model/note.ts'
import { correctObservation, observationsOf } from '../model/vital-observation.ts'
import { validateVital } from '../model/vital-signs.ts'
import type { DocumentationContext } from '../ports.ts'
import { invalid, versionConflict } from '../problems.ts'
import { decryptNote } from '../store/notes.ts'
import { insertVitalChange, listVitalChanges } from '../store/vital-changes.ts'
import { gatherNote } from '../workflows/gather-note.ts'

export const correctVital = operation<DocumentationContext>()('correctVital', {
  gather: async ({ path, body }, ports, context) => {
    const { note: facts, encrypted } = await gatherNote(ports, context, path.noteId)
    context.access.requireOwner([facts.practitionerId])
    requireFinal(facts)
    const memberId = context.caller.personId
    const [note, changes, names] = await Promise.all([
      decryptNote(context.db, context, encrypted),
      listVitalChanges(context.db, context, [facts]),
      ports.directory.actorNames(context, [{ kind: 'member', id: memberId }], []),
    ])
    const before = changes.get(note.id) ?? []
    const observation = observationsOf(note, before).find(({ id }) => id === path.vitalId)
    if (!observation) throw notFound('vital unknown')
    requirePlausible(body, observation, context.now)
    return {
      note,
      before,
      observation,
      by: { memberId, displayName: names.get(`member:${memberId}`) ?? memberId },
    }
  },
  decide: ({ path: { vitalId }, body }, { note, before, observation, by }, { newId, now }) => {
    const change = correctObservation(note, observation, body, { id: newId(), by, now })
    const after = observationsOf(note, [...before, change]).find(({ id }) => id === vitalId) ?? observation
    return {
      writes: [insertVitalChange(change)],
      events: [vitalCorrected(note, change)],
      otherwise: (): never => {
        throw versionConflict()
      },
      answer: { status: 200, body: { noteId: note.id, patientId: note.patientId, ...after } },
    }
  },
})

const requirePlausible = (
  body: Parameters<typeof correctObservation>[2],
  { loinc, unit }: Parameters<typeof correctObservation>[1],
  now: Date,
): void => {
  if (body.status !== 'corrected') return
  if (body.value === undefined)
    throw invalid([{ pointer: '/value', code: 'required', message: 'Must be the right value.' }])
  const { value, measuredAt } = body
  const faults = validateVital({ loinc, value, unit: body.unit ?? unit, ...(measuredAt && { measuredAt }) }, '', now)
  if (faults.length > 0) throw invalid(faults)
}
