import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { PractitionerSummary, SchedulingPorts } from '../../ports.ts'
import type { WaitlistEntry } from '../model/waitlist-entry.ts'
import { presentEntry } from '../presenters/present-entry.ts'

/** The people whom entries name. */
export interface NamedPeople {
  readonly patientIds: readonly string[]
  readonly practitionerIds: readonly (string | null | undefined)[]
}

export const peopleOf = (entries: readonly WaitlistEntry[]): NamedPeople => ({
  patientIds: [...new Set(entries.map(({ patientId }) => patientId))],
  practitionerIds: entries.flatMap(({ practitionerId, offer }) => [practitionerId, offer?.practitionerId]),
})

/** Loads what the presentation of entries needs: types, practitioners and, for members, names of patients. */
export const readEntryPresenter = async (
  { directory, slots }: Pick<SchedulingPorts, 'directory' | 'slots'>,
  context: ReadContext,
  { patientIds, practitionerIds }: NamedPeople,
): Promise<(entry: WaitlistEntry) => components['schemas']['WaitlistEntry']> => {
  const { caller, now } = context
  const [calendar, patients] = await Promise.all([
    slots.calendar(context),
    caller.kind === 'member' && patientIds.length > 0 ? directory.patientSummaries(context, patientIds) : undefined,
  ])
  const former = [...new Set(practitionerIds)].filter(
    (id) => id !== null && id !== undefined && !calendar.practitioner(id),
  ) as string[]
  const summaries = former.length > 0 ? await directory.practitionerSummaries(context, former) : undefined
  const summaryOf = (id: string | null | undefined): PractitionerSummary | undefined =>
    id === null || id === undefined ? undefined : (calendar.summary(id, now) ?? summaries?.get(id))
  return (entry) => {
    const type = calendar.visitType(entry.visitTypeId)
    if (!type) throw new Error('the visit type of an entry is never removed')
    return presentEntry(entry, {
      type,
      practitioner: summaryOf(entry.practitionerId),
      offered: summaryOf(entry.offer?.practitionerId),
      patient: patients?.get(entry.patientId),
    })
  }
}
